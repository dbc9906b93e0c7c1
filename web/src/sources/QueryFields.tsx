import { CheckList } from '../ui/CheckList';
import { Field } from '../ui/Field';
import { TextArea } from '../ui/TextArea';
import { DriverField } from './DriverField';
import type { PlaceDraft, PlaceFieldsProps } from './placeDraft';

/** A query of a PostgreSQL, or of what else the server has a driver for. */
export function QueryFields({ draft, onDraft }: PlaceFieldsProps) {
  const set = (change: Partial<PlaceDraft>) => onDraft({ ...draft, ...change });
  return (
    <>
      <DriverField draft={draft} onDraft={onDraft} />
      <Field label="Host" required value={draft.host} onText={(host) => set({ host })} />
      <Field
        label="Port"
        type="number"
        min={1}
        max={65535}
        required
        value={draft.port}
        onText={(port) => set({ port })}
      />
      <Field
        label="Database"
        required
        value={draft.database}
        onText={(database) => set({ database })}
      />
      <Field
        label="User name"
        required
        hint="One that may read what the query names, and nothing else"
        value={draft.username}
        onText={(username) => set({ username })}
      />
      <TextArea
        label="Query"
        required
        hint="One statement that reads; its rows, with the names of its columns, are one delivery"
        value={draft.query}
        onText={(query) => set({ query })}
      />
      <CheckList
        legend="Connection"
        options={[{ value: 'on', label: 'Encrypted, and the certificate of the server checked' }]}
        chosen={draft.encrypted ? ['on'] : []}
        onChosen={(chosen) => set({ encrypted: chosen.length > 0 })}
      />
    </>
  );
}

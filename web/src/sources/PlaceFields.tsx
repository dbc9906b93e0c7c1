import { Field } from '../ui/Field';
import type { PlaceDraft, PlaceFieldsProps } from './placeDraft';
import { withHost } from './placeDraft';
import { QueryFields } from './QueryFields';

/** What each kind of place needs to be told, but for its secret. */
export function PlaceFields(props: PlaceFieldsProps) {
  switch (props.draft.kind) {
    case 'sftp':
      return <SftpFields {...props} />;
    case 's3':
      return <S3Fields {...props} />;
    case 'database':
      return <QueryFields {...props} />;
  }
}

const PATTERN_HINT = 'Which files: * stands for any characters, ? for one';

function SftpFields({ draft, onDraft }: PlaceFieldsProps) {
  const set = (change: Partial<PlaceDraft>) => onDraft({ ...draft, ...change });
  return (
    <>
      <Field
        label="Host"
        required
        value={draft.host}
        onText={(host) => onDraft(withHost(draft, { host }))}
      />
      <Field
        label="Port"
        type="number"
        min={1}
        max={65535}
        required
        value={draft.port}
        onText={(port) => onDraft(withHost(draft, { port }))}
      />
      <Field
        label="User name"
        required
        value={draft.username}
        onText={(username) => set({ username })}
      />
      <Field label="Folder" required value={draft.folder} onText={(folder) => set({ folder })} />
      <Field
        label="Files"
        required
        hint={PATTERN_HINT}
        value={draft.pattern}
        onText={(pattern) => set({ pattern })}
      />
      {draft.hostKey && (
        <Field label="Confirmed host key" readOnly value={draft.hostKey} onText={() => undefined} />
      )}
    </>
  );
}

function S3Fields({ draft, onDraft }: PlaceFieldsProps) {
  const set = (change: Partial<PlaceDraft>) => onDraft({ ...draft, ...change });
  return (
    <>
      <Field
        label="Endpoint"
        hint="Of a service that speaks S3, such as https://s3.example.com; empty for Amazon's own"
        value={draft.endpoint}
        onText={(endpoint) => set({ endpoint })}
      />
      <Field label="Region" required value={draft.region} onText={(region) => set({ region })} />
      <Field label="Bucket" required value={draft.bucket} onText={(bucket) => set({ bucket })} />
      <Field
        label="Prefix"
        hint="What the names of its objects begin with, such as bank/"
        value={draft.prefix}
        onText={(prefix) => set({ prefix })}
      />
      <Field
        label="Files"
        required
        hint={PATTERN_HINT}
        value={draft.pattern}
        onText={(pattern) => set({ pattern })}
      />
      <Field
        label="Access key"
        required
        value={draft.accessKeyId}
        onText={(accessKeyId) => set({ accessKeyId })}
      />
    </>
  );
}

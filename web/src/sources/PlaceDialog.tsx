import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, client } from '../api/client';
import type { SourcePlace } from '../api/types';
import { CheckList } from '../ui/CheckList';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { FormProblem } from '../ui/FormProblem';
import { SelectField } from '../ui/SelectField';
import { PlaceFields } from './PlaceFields';
import { bodyOf, draftOf, type PlaceDraft, type PlaceKind, withKind } from './placeDraft';
import { SecretField } from './SecretField';
import { TrialResult } from './TrialResult';

interface PlaceDialogProps {
  readonly source: string;
  readonly set: SourcePlace | null;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<void>;
}

const KINDS = [
  ['sftp', 'A folder (SFTP)'],
  ['s3', 'A bucket (S3)'],
  ['database', 'A query (database)'],
] as const;

/** Where a source fetches from; it can be tried before it is kept. */
export function PlaceDialog({ source, set, onClose, onChanged }: PlaceDialogProps) {
  const [draft, setDraft] = useState<PlaceDraft>(() => draftOf(set));
  const params = { path: { sourceId: source } };
  const attempt = useMutation({
    mutationFn: (wanted: PlaceDraft) =>
      answerOf(
        client.POST('/api/v1/sources/{sourceId}/place/try', { params, body: bodyOf(wanted) }),
      ),
  });
  const save = useMutation({
    mutationFn: () =>
      answerOf(client.PUT('/api/v1/sources/{sourceId}/place', { params, body: bodyOf(draft) })),
    onSuccess: async () => {
      await onChanged();
      onClose();
    },
  });
  const confirm = (hostKey: string) => {
    const confirmed = { ...draft, hostKey };
    setDraft(confirmed);
    attempt.mutate(confirmed);
  };
  /** What a trial says, or is about to say, is of the place as it was then. */
  const change = (next: PlaceDraft) => {
    setDraft(next);
    attempt.reset();
  };
  const text = (said: Partial<PlaceDraft>) => change({ ...draft, ...said });
  return (
    <Dialog title="Where it fetches from" onClose={onClose}>
      <Form
        verb="Save"
        onSubmit={() => save.mutate()}
        isPending={save.isPending}
        error={save.error}
        onCancel={onClose}
      >
        <SelectField
          label="Place"
          value={draft.kind}
          options={KINDS}
          onValue={(kind) => change(withKind(draft, kind as PlaceKind))}
        />
        <PlaceFields draft={draft} onDraft={change} />
        <SecretField draft={draft} isKept={set !== null} onSecret={(secret) => text({ secret })} />
        <Field
          label="Look every so many minutes"
          type="number"
          min={1}
          max={10080}
          required
          value={draft.everyMinutes}
          onText={(everyMinutes) => text({ everyMinutes })}
        />
        <CheckList
          legend="Fetching"
          options={[{ value: 'on', label: 'On' }]}
          chosen={draft.isOn ? ['on'] : []}
          onChosen={(chosen) => text({ isOn: chosen.length > 0 })}
        />
        <div>
          <Button
            size="compact-sm"
            variant="default"
            loading={attempt.isPending}
            onClick={() => attempt.mutate(draft)}
          >
            Try it
          </Button>
        </div>
        <FormProblem error={attempt.error} />
        {attempt.data && <TrialResult trial={attempt.data} onConfirm={confirm} />}
      </Form>
    </Dialog>
  );
}

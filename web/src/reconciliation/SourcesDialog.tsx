import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, client } from '../api/client';
import type { Reconciliation } from '../api/types';
import { useMay } from '../api/useSession';
import { CheckList } from '../ui/CheckList';
import { Dialog } from '../ui/Dialog';
import { Form } from '../ui/Form';
import { FormProblem } from '../ui/FormProblem';
import { SelectField } from '../ui/SelectField';
import { useSourceOptions } from '../ui/sourceOptions';

interface SourcesDialogProps {
  readonly reconciliation: Reconciliation;
  readonly onClose: () => void;
}

const FIELDS = {
  '#/leftSource': 'Left source',
  '#/rightSource': 'Right source',
  '#/runsByItself': 'Running by itself',
};

/** Where the two sides come from, whether it runs by itself, and a run with what is newest. */
export function SourcesDialog({ reconciliation, onClose }: SourcesDialogProps) {
  // Saved over what was read when it was opened, not over what somebody changed meanwhile.
  const [{ id, version, leftSource, rightSource }] = useState(reconciliation);
  const mayChange = useMay('write:reconciliations');
  const mayRun = useMay('run:reconciliations');
  const queryClient = useQueryClient();
  const options = useSourceOptions();
  const [left, setLeft] = useState(leftSource ?? '');
  const [right, setRight] = useState(rightSource ?? '');
  const [byItself, setByItself] = useState(reconciliation.runsByItself);
  const save = useMutation({
    mutationFn: () =>
      answerOf(
        client.PUT('/api/v1/reconciliations/{reconciliationId}/sources', {
          params: { path: { reconciliationId: id }, header: { 'If-Match': `"${version}"` } },
          body: { leftSource: left || null, rightSource: right || null, runsByItself: byItself },
        }),
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/v1/reconciliations'),
      });
      onClose();
    },
  });
  return (
    <Dialog title="Where its sides come from" onClose={onClose}>
      <Form
        verb="Save"
        onSubmit={() => save.mutate()}
        isPending={save.isPending}
        error={save.error}
        fields={FIELDS}
        disabled={!mayChange}
        onCancel={onClose}
      >
        <SelectField label="Left source" value={left} options={options} onValue={setLeft} />
        <SelectField label="Right source" value={right} options={options} onValue={setRight} />
        <CheckList
          legend="Running"
          options={[{ value: 'on', label: 'By itself, when both have delivered something new' }]}
          chosen={byItself ? ['on'] : []}
          onChosen={(chosen) => setByItself(chosen.length > 0)}
        />
      </Form>
      {mayRun && leftSource && rightSource && <RunNewest id={id} onClose={onClose} />}
    </Dialog>
  );
}

function RunNewest({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const run = useMutation({
    mutationFn: () =>
      answerOf(
        client.POST('/api/v1/reconciliations/{reconciliationId}/newest-run', {
          params: { path: { reconciliationId: id } },
        }),
      ),
    onSuccess: async (queued) => {
      onClose();
      await navigate({ to: '/r/$rec/runs/$run', params: { rec: id, run: queued.id } });
    },
  });
  return (
    <div>
      <FormProblem error={run.error} />
      <Button size="sm" variant="default" loading={run.isPending} onClick={() => run.mutate()}>
        Run with the newest deliveries
      </Button>
    </div>
  );
}

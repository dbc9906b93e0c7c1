import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, client } from '../api/client';
import { asProblem } from '../api/problem';
import type { Members, PersonDetail } from '../api/types';
import { usePages } from '../api/usePages';
import { CheckList } from '../ui/CheckList';
import { Dialog } from '../ui/Dialog';
import { Form } from '../ui/Form';
import { More } from '../ui/More';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';

interface MembersDialogProps {
  readonly rec: string;
  readonly onClose: () => void;
}

/** Who sees a reconciliation: everybody of the workspace, or the people that are ticked. */
export function MembersDialog({ rec, onClose }: MembersDialogProps) {
  const params = { path: { reconciliationId: rec } };
  const members = api.useQuery(
    'get',
    '/api/v1/reconciliations/{reconciliationId}/members',
    { params },
    { gcTime: 0 }, // each time it opens it begins with what is so then
  );
  const people = usePages(['people'], (query) =>
    answerOf(client.GET('/api/v1/people', { params: { query } })),
  );
  const error = members.error ?? people.error;
  return (
    <Dialog title="Who sees this reconciliation" onClose={onClose}>
      {error && <ProblemNotice problem={asProblem(error)} />}
      {!error && (!members.data || people.isPending) && <Skeleton label="people" lines={3} />}
      {members.data && people.data && (
        <MembersForm rec={rec} members={members.data} people={people.rows} onDone={onClose} />
      )}
      <More of={people} />
    </Dialog>
  );
}

interface MembersFormProps {
  readonly rec: string;
  readonly members: Members;
  readonly people: readonly PersonDetail[];
  readonly onDone: () => void;
}

/** Changes the members as they were read; somebody else's change in between is told, not lost. */
function MembersForm({ rec, members, people, onDone }: MembersFormProps) {
  // What was read when the form was opened: a later version has members that are not ticked here.
  const [read] = useState(members);
  const [chosen, setChosen] = useState(read.people.map(({ id }) => id));
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      answerOf(
        client.PUT('/api/v1/reconciliations/{reconciliationId}/members', {
          params: {
            path: { reconciliationId: rec },
            header: { 'If-Match': `"${read.version}"` },
          },
          body: { people: chosen },
        }),
      ),
    onSuccess: async () => {
      await queryClient.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/v1/reconciliations'),
      });
      onDone();
    },
  });
  const active = people.filter(({ status, email }) => status === 'active' && email !== null);
  return (
    <Form
      verb="Save"
      onSubmit={() => save.mutate()}
      isPending={save.isPending}
      error={save.error}
      fields={{ '#/people': 'Members' }}
      onCancel={onDone}
    >
      <p role="status">
        {chosen.length === 0
          ? 'Nobody is ticked: everybody of the workspace sees it.'
          : 'Only who is ticked sees it; for everybody else it is not there.'}
      </p>
      <CheckList
        legend="Members"
        options={active.map(({ id, name, email }) => ({ value: id, label: name, hint: email }))}
        chosen={chosen}
        onChosen={setChosen}
      />
    </Form>
  );
}

import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, client } from '../api/client';
import { asProblem } from '../api/problem';
import type { Invitation } from '../api/types';
import { usePages } from '../api/usePages';
import { FormProblem } from '../ui/FormProblem';
import { formatAgo, formatInstant } from '../ui/format';
import { More } from '../ui/More';
import { Panel } from '../ui/Panel';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Table } from '../ui/Table';
import { ROLE_WORDS } from '../ui/vocabulary';

/** Invitations that nobody has used yet. */
export function InvitationPanel() {
  const list = usePages(['invitations'], (query) =>
    answerOf(client.GET('/api/v1/invitations', { params: { query } })),
  );
  if (list.error) {
    return <ProblemNotice problem={asProblem(list.error)} onRetry={() => void list.refetch()} />;
  }
  if (list.rows.length === 0) return null;
  return (
    <Panel title="Invited" flush>
      <Table
        caption="Open invitations, the newest first"
        head={['Address', 'Roles', 'By', 'Ends', '']}
      >
        {list.rows.map((each) => (
          <InvitationRow key={each.id} invitation={each} />
        ))}
      </Table>
      <More of={list} />
    </Panel>
  );
}

function InvitationRow({ invitation }: { readonly invitation: Invitation }) {
  const { id, email, roles, by, createdAt, endsAt } = invitation;
  const queryClient = useQueryClient();
  const revoke = useMutation({
    mutationFn: () =>
      answerOf(
        client.POST('/api/v1/invitations/{invitationId}/revoke', {
          params: { path: { invitationId: id } },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['invitations'] }),
  });
  return (
    <tr>
      <th scope="row">{email}</th>
      <td data-label="Roles">{roles.map((role) => ROLE_WORDS[role].label).join(', ')}</td>
      <td data-label="By" title={formatInstant(createdAt)}>
        {by.name}
      </td>
      <td data-label="Ends" title={formatInstant(endsAt)} className="muted">
        {formatAgo(endsAt, Date.now())}
      </td>
      <td className="num">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Take back the invitation of ${email}`}
          loading={revoke.isPending}
          onClick={() => revoke.mutate()}
        >
          Take back
        </Button>
        <FormProblem error={revoke.error} />
      </td>
    </tr>
  );
}

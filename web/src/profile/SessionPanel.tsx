import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, client, doneOf } from '../api/client';
import { asProblem } from '../api/problem';
import { session } from '../api/session';
import type { SessionSeen } from '../api/types';
import { Badge } from '../ui/Badge';
import { FormProblem } from '../ui/FormProblem';
import { formatAgo, formatInstant } from '../ui/format';
import { Panel } from '../ui/Panel';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { Table } from '../ui/Table';
import { deviceLabel } from './device';

const METHODS: Record<SessionSeen['method'], string> = {
  password: 'Password',
  totp: 'Password and code',
  'recovery-code': 'Password and recovery code',
  passkey: 'Passkey',
  oidc: 'Single sign-on',
};

/** Where I am signed in; each can be ended, also all at once. */
export function SessionPanel() {
  const { data, error, isPending, refetch } = api.useQuery('get', '/api/v1/me/sessions');
  const leaveAll = useMutation({
    mutationFn: () => doneOf(client.POST('/api/v1/sign-out-everywhere')),
    onSuccess: () => session.over(),
  });
  return (
    <Panel
      title="Where you are signed in"
      flush
      aside={
        <Button
          size="compact-sm"
          variant="default"
          loading={leaveAll.isPending}
          onClick={() => leaveAll.mutate()}
        >
          Sign out everywhere
        </Button>
      }
    >
      <FormProblem error={leaveAll.error} />
      {isPending && <Skeleton label="your sessions" lines={3} />}
      {error && <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />}
      {data && (
        <Table caption="Sessions, the newest first" head={['Device', 'Address', 'By', 'Used', '']}>
          {data.items.map((each) => (
            <SessionRow key={each.id} seen={each} />
          ))}
        </Table>
      )}
    </Panel>
  );
}

function SessionRow({ seen }: { readonly seen: SessionSeen }) {
  const queryClient = useQueryClient();
  const end = useMutation({
    mutationFn: () =>
      doneOf(
        client.POST('/api/v1/me/sessions/{sessionId}/revoke', {
          params: { path: { sessionId: seen.id } },
        }),
      ),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/me/sessions'] }),
  });
  return (
    <tr>
      <th scope="row" title={seen.device}>
        {deviceLabel(seen.device)} {seen.current && <Badge tone="good">This one</Badge>}
      </th>
      <td data-label="Address" className="figures">
        {seen.address}
      </td>
      <td data-label="By">{METHODS[seen.method]}</td>
      <td data-label="Used">
        <time dateTime={seen.usedAt} title={`Signed in ${formatInstant(seen.createdAt)}`}>
          {formatAgo(seen.usedAt, Date.now())}
        </time>
      </td>
      <td className="num">
        {!seen.current && (
          <Button
            size="compact-sm"
            variant="default"
            loading={end.isPending}
            onClick={() => end.mutate()}
          >
            End
          </Button>
        )}
        <FormProblem error={end.error} />
      </td>
    </tr>
  );
}

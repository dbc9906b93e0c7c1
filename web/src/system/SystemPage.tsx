import { api } from '../api/client';
import { asProblem } from '../api/problem';
import type { System } from '../api/types';
import { useMay } from '../api/useSession';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { CheckTable } from './CheckTable';
import { Facts } from './Facts';
import { ProcessTable } from './ProcessTable';

const AGAIN_MILLIS = 10_000;

/** Whether all is well with the server, and what is to be done where it is not. */
export function SystemPage() {
  const may = useMay('read:system');
  return (
    <Page title="System" lead="How the server is doing; looked at again every ten seconds.">
      {may ? (
        <SystemNow />
      ) : (
        <EmptyState
          icon="shield"
          title="Not for your role"
          text="Admins see how the server is doing."
        />
      )}
    </Page>
  );
}

function SystemNow() {
  const { data, error, isPending, refetch } = api.useQuery(
    'get',
    '/api/v1/system',
    {},
    { refetchInterval: AGAIN_MILLIS },
  );
  if (isPending) return <Skeleton label="the system" />;
  if (!data) return <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />;
  return (
    <>
      {error && <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />}
      <Panel title={verdict(data)} flush>
        <CheckTable checks={data.checks} />
      </Panel>
      <Panel title="Servers of this database" flush>
        <ProcessTable processes={data.processes} />
      </Panel>
      <Panel title="The server that answered">
        <Facts system={data} />
      </Panel>
    </>
  );
}

function verdict({ checks }: System): string {
  const wrong = checks.filter(({ state }) => state === 'bad' || state === 'warning').length;
  if (wrong === 0) return 'All is well';
  return wrong === 1 ? 'One thing to look at' : `${wrong} things to look at`;
}

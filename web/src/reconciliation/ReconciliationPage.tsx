import { Navigate, useParams } from '@tanstack/react-router';
import { api } from '../api/client';
import { asProblem } from '../api/problem';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { NewRunButton } from './NewRunButton';
import { SourcesButton } from './SourcesButton';

/** `/r/:rec` leads to the newest run. */
export function ReconciliationPage() {
  const { rec } = useParams({ from: '/r/$rec' });
  const { data, error, isPending, refetch } = api.useQuery(
    'get',
    '/api/v1/reconciliations/{reconciliationId}',
    { params: { path: { reconciliationId: rec } } },
  );
  const run = data?.lastRun?.id;
  if (run) return <Navigate to="/r/$rec/runs/$run" params={{ rec, run }} replace />;
  return (
    <Page title={data?.name ?? 'Reconciliation'}>
      {isPending && <Skeleton label="the reconciliation" />}
      {error && <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />}
      {data && (
        <EmptyState
          icon="clock"
          title="Never run"
          text="Its rules are there; it has not been given two files yet."
        >
          <NewRunButton rec={rec} />
          <SourcesButton reconciliation={data} />
        </EmptyState>
      )}
    </Page>
  );
}

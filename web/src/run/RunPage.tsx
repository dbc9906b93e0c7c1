import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { asProblem } from '../api/problem';
import type { Run } from '../api/types';
import { useMayStart } from '../api/useSession';
import { ReconciliationBar } from '../reconciliation/ReconciliationBar';
import { EmptyState } from '../ui/EmptyState';
import { formatInstant } from '../ui/format';
import { Page } from '../ui/Page';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { useKeymap } from '../ui/useKeymap';
import type { ProgressSample } from './eta';
import { RunOrder } from './RunOrder';
import { RunProgress } from './RunProgress';
import { RunResult } from './RunResult';
import { useRun } from './useRun';

/** Watch a run while it is under way, read it when it has ended. */
export function RunPage() {
  const { rec, run: runId } = useParams({ from: '/r/$rec/runs/$run' });
  const navigate = useNavigate();
  const { data: run, error, isPending, refetch, samples } = useRun(runId);
  const toBreaks = () =>
    void navigate({ to: '/r/$rec/breaks', params: { rec }, search: { run: runId } });
  const mayStart = useMayStart();
  useKeymap({ w: toBreaks, ...(mayStart && { n: () => void navigate({ to: '/new' }) }) });

  return (
    <>
      <ReconciliationBar rec={rec} run={runId} />
      <Page title={run ? `Run #${run.number}` : 'Run'} lead={run && leadOf(run)}>
        {isPending && <Skeleton label="the run" />}
        {error && !run && (
          <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />
        )}
        {run && <RunOrder run={run} />}
        {run && <RunState run={run} samples={samples} />}
      </Page>
    </>
  );
}

function leadOf({ ruleSet, leftFile, rightFile, follows, createdAt }: Run): string {
  const when = formatInstant(createdAt);
  const left = follows?.addsLeft === false ? 'carried entries' : leftFile.name;
  const right = follows?.addsRight === false ? 'carried entries' : rightFile.name;
  return `${left} against ${right} · rules v${ruleSet} · ${when}`;
}

interface RunStateProps {
  readonly run: Run;
  readonly samples: readonly ProgressSample[];
}

function RunState({ run, samples }: RunStateProps) {
  switch (run.status) {
    case 'queued':
    case 'running':
      return <RunProgress run={run} samples={samples} />;
    case 'done':
      return run.summary ? (
        <RunResult run={run} summary={run.summary} />
      ) : (
        <Skeleton label="the result" />
      );
    case 'cancelled':
      return (
        <EmptyState
          icon="cross"
          title="Cancelled"
          text="Nothing of this run was kept; the result before it still stands."
        >
          <Link to="/new">New reconciliation</Link>
        </EmptyState>
      );
    case 'failed':
    case 'held':
      return run.failure ? (
        <ProblemNotice problem={run.failure} />
      ) : (
        <EmptyState icon="warning" title="The run stopped" text="The server gave no reason." />
      );
  }
}

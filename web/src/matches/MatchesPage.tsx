import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { asProblem } from '../api/problem';
import { ReconciliationBar } from '../reconciliation/ReconciliationBar';
import { useShownRun } from '../reconciliation/useShownRun';
import css from '../ui/Bench.module.css';
import { EmptyState } from '../ui/EmptyState';
import { useTitle } from '../ui/Page';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { MatchReview } from './MatchReview';
import type { MatchSearch } from './search';

/** The matches of a run, to check a sample of them by eye and to answer what is suggested. */
export function MatchesPage() {
  const { rec } = useParams({ from: '/r/$rec/matches' });
  const search = useSearch({ from: '/r/$rec/matches' });
  const navigate = useNavigate({ from: '/r/$rec/matches' });
  const { runId, error, isPending, refetch } = useShownRun(rec, search.run);
  useTitle('Matches');

  function onSearch(change: MatchSearch) {
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  }

  return (
    <div className={css.page}>
      <ReconciliationBar rec={rec} run={search.run} />
      {isPending && <Skeleton label="matches" />}
      {error && (
        <div className={css.inset}>
          <ProblemNotice problem={asProblem(error)} onRetry={refetch} />
        </div>
      )}
      {!isPending && !error && !runId && (
        <EmptyState
          icon="clock"
          title="No result yet"
          text="The first run of this reconciliation has not ended."
        />
      )}
      {runId && <MatchReview key={runId} runId={runId} search={search} onSearch={onSearch} />}
    </div>
  );
}

import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { asProblem } from '../api/problem';
import { ReconciliationBar } from '../reconciliation/ReconciliationBar';
import { useShownRun } from '../reconciliation/useShownRun';
import css from '../ui/Bench.module.css';
import { EmptyState } from '../ui/EmptyState';
import { useTitle } from '../ui/Page';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import type { BreakSearch } from './search';
import { Workbench } from './Workbench';

/** The breaks of a run: narrowed on the left, listed in the middle, compared on the right. */
export function BreaksPage() {
  const { rec } = useParams({ from: '/r/$rec/breaks' });
  const search = useSearch({ from: '/r/$rec/breaks' });
  const navigate = useNavigate({ from: '/r/$rec/breaks' });
  const { runId, error, isPending, refetch } = useShownRun(rec, search.run);
  useTitle('Breaks');

  const onSearch = useCallback(
    (change: BreakSearch) => {
      void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
    },
    [navigate],
  );

  return (
    <div className={css.page}>
      <ReconciliationBar rec={rec} run={search.run} />
      {isPending && <Skeleton label="breaks" />}
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
      {runId && <Workbench key={runId} runId={runId} search={search} onSearch={onSearch} />}
    </div>
  );
}

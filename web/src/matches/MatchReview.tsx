import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, client } from '../api/client';
import { asProblem } from '../api/problem';
import type { MatchRow, Problem } from '../api/types';
import { useLive } from '../api/useLive';
import { useMay, useMe } from '../api/useSession';
import { lastDecision } from '../compare/lastDecision';
import { forgetVersions, shownVersion } from '../compare/matchVersion';
import { takeBack } from '../compare/takeBack';
import { forgetApprovals, waits } from '../compare/waits';
import css from '../ui/Bench.module.css';
import { EmptyState } from '../ui/EmptyState';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { useKeymap } from '../ui/useKeymap';
import { useNarrow } from '../ui/useNarrow';
import { useStable } from '../ui/useStable';
import { MatchFilters } from './MatchFilters';
import { type Answer, MatchGrid } from './MatchGrid';
import { MatchPane } from './MatchPane';
import type { MatchSearch } from './search';
import { useMatchRows } from './useMatchRows';

interface MatchReviewProps {
  readonly runId: string;
  readonly search: MatchSearch;
  readonly onSearch: (change: MatchSearch) => void;
}

type Verdict = 'unmatch' | 'accept' | 'reject';

function NoMatches({ search }: { readonly search: MatchSearch }) {
  return search.status === 'suggested' && !search.pass ? (
    <EmptyState title="Nothing to confirm" text="Every suggested match is answered." />
  ) : (
    <EmptyState title="No match here" text="No match of this pass and status." />
  );
}

/** List and pane; a match that was answered stays in place and can be taken back. */
export function MatchReview({ runId, search, onSearch }: MatchReviewProps) {
  const queryClient = useQueryClient();
  const { list, rows } = useMatchRows(runId, search);
  const [answered, setAnswered] = useState<ReadonlyMap<string, Answer>>(new Map());
  const me = useMe().person.id;
  const [problem, setProblem] = useState<Problem | null>(null);
  const selected = rows.find(({ id }) => id === search.sel) ?? rows[0];

  function move(step: number) {
    const at = rows.findIndex(({ id }) => id === selected?.id);
    const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
    if (next) onSearch({ sel: next.id });
  }

  async function answer(row: MatchRow, kind: Verdict) {
    setProblem(null);
    try {
      const decision = await answerOf(
        client.POST('/api/v1/runs/{runId}/decisions', {
          params: { path: { runId } },
          body: { kind, matchId: row.id, version: await shownVersion(queryClient, row.id) },
        }),
      );
      refreshAround();
      setAnswered((now) => new Map(now).set(row.id, decision));
      move(1);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  }

  async function undo(id: string | undefined) {
    setProblem(null);
    try {
      const own = id ? answered.get(id) : [...answered.values()].at(-1);
      const decision = own ?? (id ? undefined : await lastDecision(runId, me));
      if (!decision) return;
      const undone = await takeBack(decision);
      refreshAround();
      if (!own || waits(undone)) void list.refetch();
      const isIt = ([, each]: [string, Answer]) => each.id === decision.id;
      const back = [...answered].find(isIt)?.[0];
      setAnswered((now) => new Map([...now].filter((each) => !isIt(each))));
      if (back) onSearch({ sel: back });
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  }

  /** What a decision changes beside the list, which stays as it was read. */
  function refreshAround() {
    void forgetVersions(queryClient);
    void forgetApprovals(queryClient);
    void queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/runs/{runId}'] });
    void queryClient.invalidateQueries({
      queryKey: ['get', '/api/v1/reconciliations/{reconciliationId}'],
    });
  }

  function refresh() {
    setAnswered(new Map());
    void list.refetch();
  }

  useLive((event) => {
    if (event.type !== 'approval-changed' || event.runId !== runId) return;
    refreshAround();
    void list.refetch();
  });
  const mayDecide = useMay('decide:breaks');
  const isOpen = selected && !selected.approval && !answered.has(selected.id);
  const open = mayDecide && isOpen ? selected : undefined;
  useKeymap({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => open?.status === 'suggested' && void answer(open, 'accept'),
    u: () => open && void answer(open, open.status === 'suggested' ? 'reject' : 'unmatch'),
    ...(mayDecide && { 'Ctrl+z': () => void undo(undefined) }),
    r: refresh,
  });
  const readOn = useStable(() => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  });

  const narrow = useNarrow();
  const isOpened = !narrow || search.sel !== undefined;

  if (list.isPending) return <Skeleton label="matches" />;
  if (list.error) {
    return (
      <div className={css.inset}>
        <ProblemNotice problem={asProblem(list.error)} onRetry={() => void list.refetch()} />
      </div>
    );
  }
  return (
    <div className={css.bench}>
      <section className={css.list} aria-label="List">
        <MatchFilters runId={runId} search={search} onSearch={onSearch} />
        {rows.length === 0 ? (
          <NoMatches search={search} />
        ) : (
          <MatchGrid
            rows={rows}
            hasMore={list.hasNextPage}
            selected={selected?.id}
            answered={answered}
            onSelect={(id) => onSearch({ sel: id })}
            onNearEnd={readOn}
          />
        )}
      </section>
      {selected && isOpened && (
        <MatchPane
          row={selected}
          decision={answered.get(selected.id)}
          mayDecide={mayDecide}
          problem={problem}
          onAnswer={(kind) => void answer(selected, kind)}
          onUndo={() => void undo(selected.id)}
          onClose={() => onSearch({ sel: undefined })}
        />
      )}
    </div>
  );
}

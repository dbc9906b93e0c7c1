import { Button } from '@mantine/core';
import { asProblem } from '../api/problem';
import type { MatchRow } from '../api/types';
import { retryPages } from '../api/usePages';
import { useMay } from '../api/useSession';
import css from '../ui/Bench.module.css';
import { EmptyState } from '../ui/EmptyState';
import { formatCount } from '../ui/format';
import { Keys } from '../ui/Keys';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { useCursor } from '../ui/useCursor';
import { useKeymap } from '../ui/useKeymap';
import { useNarrow } from '../ui/useNarrow';
import { useOutside } from '../ui/useOutside';
import { useStable } from '../ui/useStable';
import verbs from '../ui/Verbs.module.css';
import { MAYBE_OLD } from '../ui/vocabulary';
import { MatchFilters } from './MatchFilters';
import { MatchGrid } from './MatchGrid';
import { MatchPane } from './MatchPane';
import { OutsidePane } from './OutsidePane';
import type { MatchSearch } from './search';
import { useAnswers, type Verdict } from './useAnswers';
import { useMatchRows } from './useMatchRows';

interface MatchReviewProps {
  readonly runId: string;
  readonly search: MatchSearch;
  readonly onSearch: (change: MatchSearch) => void;
}

function NoMatches({ search }: { readonly search: MatchSearch }) {
  return search.status === 'suggested' && !search.pass ? (
    <EmptyState title="Nothing to confirm" text="Every suggested match is answered." />
  ) : (
    <EmptyState title="No match here" text="No match of this pass and status." />
  );
}

interface ElsewhereProps {
  readonly others: number;
  readonly onRefresh: () => void;
}

/** The list stays as it was read, so that no key meets another row than the one that was seen. */
function Elsewhere({ others, onRefresh }: ElsewhereProps) {
  return (
    <div className={verbs.bar} role="status">
      {others > 0 ? `${formatCount(others)} decided elsewhere` : MAYBE_OLD}
      <Button size="xs" variant="default" rightSection={<Keys of="r" />} onClick={onRefresh}>
        Refresh
      </Button>
    </div>
  );
}

/** List and pane; a match that was answered stays in place and can be taken back. */
export function MatchReview({ runId, search, onSearch }: MatchReviewProps) {
  const { list, rows } = useMatchRows(runId, search);
  const answers = useAnswers(runId, () => void list.refetch());
  const { answered, problem, refresh } = answers;
  const outside = useOutside(rows, search.sel);
  const near = useCursor(rows, search.sel);
  const selected = outside ? undefined : near;

  function move(step: number) {
    const at = rows.findIndex(({ id }) => id === selected?.id);
    const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
    if (next) onSearch({ sel: next.id });
  }

  /** The cursor goes on from the row that was answered, not from where it has gone meanwhile. */
  const goOnFrom = useStable((id: string) => {
    if (id === selected?.id) move(1);
  });

  async function answer(row: MatchRow, kind: Verdict) {
    if (await answers.answer(row, kind)) goOnFrom(row.id);
  }

  async function undo(id: string | undefined) {
    const back = await answers.undo(id);
    if (back) onSearch({ sel: back });
  }

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
    if (list.hasNextPage && !list.isFetching && !list.isError) void list.fetchNextPage();
  });

  const narrow = useNarrow();
  const isOpened = !narrow || search.sel !== undefined;

  if (list.isPending) return <Skeleton label="matches" />;
  return (
    <div className={css.bench}>
      <section className={css.list} aria-label="List">
        <MatchFilters runId={runId} search={search} onSearch={onSearch} />
        {(answers.others > 0 || answers.isOld) && (
          <Elsewhere others={answers.others} onRefresh={refresh} />
        )}
        {list.data && rows.length === 0 && <NoMatches search={search} />}
        {rows.length > 0 && (
          <MatchGrid
            rows={rows}
            hasMore={list.hasNextPage}
            selected={selected?.id}
            answered={answered}
            onSelect={(id) => onSearch({ sel: id })}
            onNearEnd={readOn}
          />
        )}
        {list.error && (
          <div className={css.inset}>
            <ProblemNotice problem={asProblem(list.error)} onRetry={() => retryPages(list)} />
          </div>
        )}
      </section>
      {outside && isOpened && (
        <OutsidePane
          matchId={outside}
          isListed={list.isSuccess && !list.isPlaceholderData}
          onClose={() => onSearch({ sel: undefined })}
        />
      )}
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

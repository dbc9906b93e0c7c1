import { useStable } from '../ui/useStable';
import { type BreakSearch, firstSort } from './search';
import { useActions } from './useActions';
import { useAfterReading } from './useAfterReading';
import { useBreak, useNextBreak } from './useBreak';
import { useBreakRows } from './useBreakRows';
import { useDecisions } from './useDecisions';
import { useHasAmounts } from './useHasAmounts';
import { usePresence } from './usePresence';
import type { RowChanges } from './useRowChanges';
import { useSelection } from './useSelection';

/** Everything the workbench knows and can do; the page and its keys only call it. */
export function useWorkbench(
  runId: string,
  search: BreakSearch,
  onSearch: (change: BreakSearch) => void,
) {
  const hasAmounts = useHasAmounts(runId);
  const sort = search.sort ?? firstSort(hasAmounts);
  const { list, counts, rows, total } = useBreakRows(runId, { ...search, sort });
  const decisions = useDecisions(runId);
  const selection = useSelection(rows, search, onSearch);
  const { chosen } = useBreak(selection.selected, search.cand);
  useNextBreak(rows, selection.selected);
  const actions = useActions({ rows, selection, chosen, decisions });
  const people = usePresence(runId, selection.selected ?? selection.outside);
  const keepsHandled = search.status === 'all';
  const { standing } = actions;
  const after = useAfterReading({ runId, rows, selection, decisions, standing, keepsHandled });
  const readOn = useStable(() => {
    if (list.hasNextPage && !list.isFetching && !list.isError) void list.fetchNextPage();
  });

  return {
    list,
    /** Is the list what was asked for, and not still the one before? */
    isListed: list.isSuccess && !list.isPlaceholderData,
    counts,
    rows,
    total,
    hasAmounts,
    sort,
    chosen,
    decisions,
    people,
    ...selection,
    ...actions,
    ...after,
    handled: handledBy(decisions.changes),
    readOn,
  };
}

export type WorkbenchState = ReturnType<typeof useWorkbench>;

/** How many decisions stand: one may settle several rows. */
function handledBy(changes: RowChanges): number {
  const decided = [...changes.values()].flatMap((change) => {
    return change.state === 'resolved' ? [change.decision.id] : [];
  });
  return new Set(decided).size;
}

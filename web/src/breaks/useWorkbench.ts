import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLive } from '../api/useLive';
import { forgetApprovals } from '../compare/waits';
import { useStable } from '../ui/useStable';
import type { BreakSearch } from './search';
import { useActions } from './useActions';
import { useBreak, useNextBreak } from './useBreak';
import { useBreakRows } from './useBreakRows';
import { useDecisions } from './useDecisions';
import { usePresence } from './usePresence';
import type { RowChanges } from './useRowChanges';
import { useSelection } from './useSelection';

/** Everything the workbench knows and can do; the page and its keys only call it. */
export function useWorkbench(
  runId: string,
  search: BreakSearch,
  onSearch: (change: BreakSearch) => void,
) {
  const queryClient = useQueryClient();
  const { list, counts, rows, total } = useBreakRows(runId, search);
  const decisions = useDecisions(runId);
  const selection = useSelection(rows, search, onSearch);
  const { chosen } = useBreak(selection.selected, search.cand);
  useNextBreak(rows, selection.selected);
  const actions = useActions({ rows, selection, chosen, decisions });
  const people = usePresence(runId, selection.selected);
  const [others, setOthers] = useState(0);

  useLive((event) => {
    if (event.type === 'approval-changed' && event.runId === runId) {
      void forgetApprovals(queryClient);
    }
    if (event.type !== 'decision-made' || event.runId !== runId) return;
    if (!decisions.isOwn(event.decisionId)) setOthers((count) => count + 1);
  });

  const undoRow = useStable((id: string) => {
    const change = decisions.changes.get(id);
    const before = rows.find((row) => row.id === id)?.resolution?.decisionId;
    const decisionId = change?.state === 'resolved' ? change.decision.id : before;
    if (decisionId) void decisions.undo(decisionId);
  });
  /** The cursor goes where something came back, so that it is seen. */
  async function undoLast() {
    const breaks = await decisions.undoLast();
    selection.select(rows.find(({ id }) => breaks.includes(id))?.id);
  }
  const readOn = useStable(() => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  });

  return {
    list,
    counts,
    rows,
    total,
    chosen,
    decisions,
    others,
    people,
    ...selection,
    ...actions,
    handled: handledBy(decisions.changes),
    undoRow,
    undoLast,
    readOn,
    refresh: () => {
      decisions.forget();
      setOthers(0);
      void queryClient.invalidateQueries({ queryKey: ['break-rows', runId] });
      void counts.refetch();
    },
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

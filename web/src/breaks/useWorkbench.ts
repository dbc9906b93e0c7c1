import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { BreakRow, Decision, NewDecision } from '../api/types';
import { useLive } from '../api/useLive';
import { useBreak } from './BreakPane';
import { advanceCursor, moveCursor } from './cursor';
import type { BreakSearch } from './search';
import { type Tray, toggleInTray, trayTotals } from './tray';
import { useBreakRows } from './useBreakRows';
import { lastDecision, useDecisions } from './useDecisions';

/** Everything the workbench knows and can do; the page and its keys only call it. */
export function useWorkbench(
  runId: string,
  search: BreakSearch,
  onSearch: (change: BreakSearch) => void,
) {
  const queryClient = useQueryClient();
  const { list, counts, rows, total } = useBreakRows(runId, search);
  const decisions = useDecisions(runId);
  const [tray, setTray] = useState<Tray>([]);
  const [isCommenting, setCommenting] = useState(false);
  const [others, setOthers] = useState(0);

  const selected = rows.some(({ id }) => id === search.sel) ? search.sel : rows[0]?.id;
  const row = rows.find(({ id }) => id === selected);
  const { chosen } = useBreak(selected, search.cand);

  useLive((event) => {
    if (event.type !== 'decision-made' || event.runId !== runId) return;
    if (!decisions.isOwn(event.decisionId)) setOthers((count) => count + 1);
  });

  const isResolved = (id: string): boolean => {
    const change = decisions.changes.get(id);
    if (change) return change.state !== 'reopened';
    return rows.find((each) => each.id === id)?.status === 'resolved';
  };

  const select = useCallback(
    (id: string | undefined) => {
      setCommenting(false);
      if (id) onSearch({ sel: id, cand: undefined });
    },
    [onSearch],
  );

  async function decide(ids: readonly string[], body: NewDecision) {
    const before = selected;
    select(advanceCursor(rows, selected, (id) => ids.includes(id) || isResolved(id)));
    if (!(await decisions.decide(ids, body))) select(before);
  }

  function matchLines(ids: readonly string[], left: number[], right: number[]) {
    void decide(ids, { kind: 'match-by-hand', left, right });
  }

  return {
    list,
    counts,
    rows,
    total,
    row,
    selected,
    chosen,
    tray,
    decisions,
    isCommenting,
    others,
    isResolved,
    select,
    move: (step: number) => select(moveCursor(rows, selected, step)),
    choose: (rank: number) => onSearch({ cand: rank }),
    accept: () => {
      const lines = row && chosen && !isResolved(row.id) && linesOf(row, chosen.entry.line);
      if (lines) matchLines([row.id], lines.left, lines.right);
    },
    toggleTray: () => {
      if (row && row.matchId === null && !isResolved(row.id)) setTray(toggleInTray(tray, row));
    },
    clearTray: () => setTray([]),
    matchTray: () => {
      const { leftLines, rightLines, refusal } = trayTotals(tray);
      if (refusal !== null) return;
      setTray([]);
      matchLines(
        tray.map(({ id }) => id),
        leftLines,
        rightLines,
      );
    },
    unmatch: () => {
      if (row?.matchId && !isResolved(row.id)) {
        const { matchId, version } = row;
        void decide([row.id], { kind: 'unmatch', matchId, version });
      }
    },
    startCommenting: () => setCommenting(true),
    stopCommenting: () => setCommenting(false),
    comment: (text: string) => {
      setCommenting(false);
      if (row) void decisions.decide([row.id], { kind: 'comment', breakId: row.id, text });
    },
    undo: () => void undoLast(runId, decisions.made.at(-1), decisions.undo),
    undoRow: (id: string) => {
      const change = decisions.changes.get(id);
      if (change?.state === 'resolved') void decisions.undo(change.decision);
    },
    readOn: useCallback(() => {
      if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
    }, [list.hasNextPage, list.isFetching, list.fetchNextPage]),
    refresh: () => {
      decisions.forget();
      setOthers(0);
      void queryClient.invalidateQueries({ queryKey: ['break-rows', runId] });
      void counts.refetch();
    },
    handled: useMemo(() => {
      return [...decisions.changes.values()].filter(({ state }) => state === 'resolved').length;
    }, [decisions.changes]),
  };
}

export type WorkbenchState = ReturnType<typeof useWorkbench>;

/** The lines of a match of an open entry with a candidate, which is of the other side. */
function linesOf(row: BreakRow, candidateLine: number) {
  if (row.left) return { left: [row.left.line], right: [candidateLine] };
  if (row.right) return { left: [candidateLine], right: [row.right.line] };
  return null;
}

async function undoLast(
  runId: string,
  made: Decision | undefined,
  undo: (decision: Decision) => Promise<void>,
) {
  const decision = made ?? (await lastDecision(runId));
  if (decision) await undo(decision);
}

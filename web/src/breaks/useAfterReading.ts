import { useQueryClient } from '@tanstack/react-query';
import type { BreakRow } from '../api/types';
import { useLive } from '../api/useLive';
import { useElsewhere } from '../compare/useElsewhere';
import { forgetApprovals } from '../compare/waits';
import { useStable } from '../ui/useStable';
import type { Standing } from './ActionBar';
import { advanceCursor } from './cursor';
import type { Decisions } from './useDecisions';
import type { Selection } from './useSelection';

interface ReadList {
  readonly runId: string;
  readonly rows: readonly BreakRow[];
  readonly selection: Selection;
  readonly decisions: Decisions;
  readonly standing: (id: string) => Standing;
  /** Are handled rows still there when the list is read again? */
  readonly keepsHandled: boolean;
}

/** What becomes of the list after it was read: decided elsewhere, undone, and read again. */
export function useAfterReading(read: ReadList) {
  const { runId, rows, selection, decisions, standing, keepsHandled } = read;
  const queryClient = useQueryClient();
  const elsewhere = useElsewhere();

  useLive((event) => {
    if (event.type === 'approval-changed' && event.runId === runId) {
      void forgetApprovals(queryClient);
    }
    if (event.type !== 'decision-made' || event.runId !== runId) return;
    decisions.ifElsewhere(event, () => {
      decisions.heard(event);
      elsewhere.count();
    });
  });

  /** The cursor goes where it is told, in the list as it is then. */
  function readAgain(to: string | undefined) {
    selection.select(to);
    decisions.forget();
    elsewhere.forget();
    void queryClient.invalidateQueries({ queryKey: ['break-rows', runId] });
    void queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/runs/{runId}/break-counts'] });
  }

  /** Where the cursor is, or the next row that is there afterwards, too. */
  function place(): string | undefined {
    const { selected } = selection;
    const goes = (id: string) => !keepsHandled && standing(id) === 'resolved';
    return selected && goes(selected) ? advanceCursor(rows, selected, goes) : selected;
  }

  return {
    others: elsewhere.others,
    isOld: elsewhere.isOld,
    refresh: () => readAgain(place()),
    undoRow: useStable((id: string) => {
      const change = decisions.changes.get(id);
      const before = rows.find((row) => row.id === id)?.resolution?.decisionId;
      const decisionId = change?.state === 'resolved' ? change.decision.id : before;
      if (decisionId) void decisions.undo(decisionId);
    }),
    /** The cursor goes where something came back, so that it is seen. */
    undoLast: async () => {
      const breaks = await decisions.undoLast();
      const back = rows.find(({ id }) => breaks.includes(id));
      if (back) selection.select(back.id);
      else if (breaks.length > 0) readAgain(breaks[0]);
    },
  };
}

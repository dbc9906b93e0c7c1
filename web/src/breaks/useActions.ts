import { useQueryClient } from '@tanstack/react-query';
import type { BreakRow, Candidate, NewDecision } from '../api/types';
import { useMay } from '../api/useSession';
import { shownVersion } from '../compare/matchVersion';
import type { Standing } from './ActionBar';
import { toggleInTray, trayTotals } from './tray';
import { useCommenting } from './useCommenting';
import type { Decisions } from './useDecisions';
import { useGoingOn } from './useGoingOn';
import type { RowChange } from './useRowChanges';
import type { Selection } from './useSelection';
import { useTray } from './useTray';

const STANDINGS: Record<RowChange['state'], Standing> = {
  saving: 'resolved',
  resolved: 'resolved',
  elsewhere: 'resolved',
  waiting: 'waiting',
  reopened: 'open',
};

interface Context {
  readonly rows: readonly BreakRow[];
  readonly selection: Selection;
  readonly chosen: Candidate | undefined;
  readonly decisions: Decisions;
}

/** What can be done with the selected row and with the tray. */
export function useActions({ rows, selection, chosen, decisions }: Context) {
  const queryClient = useQueryClient();
  const { tray, setTray, takeOut } = useTray();
  const { row } = selection;
  const mayDecide = useMay('decide:breaks');
  const commenting = useCommenting(row?.id, decisions);
  const goOn = useGoingOn(rows, selection, {
    isOpen: (id) => standing(id) === 'open',
    isWriting: commenting.isCommenting,
  });
  const open = mayDecide && row && standing(row.id) === 'open' ? row : undefined;

  function standing(id: string): Standing {
    const change = decisions.changes.get(id);
    if (change) return STANDINGS[change.state];
    const row = rows.find((each) => each.id === id);
    if (row?.approval) return 'waiting';
    return row?.status === 'resolved' ? 'resolved' : 'open';
  }

  /** The row is shown as handled at once and the cursor goes on; a refusal brings it back. */
  async function resolve(ids: readonly string[], body: NewDecision | Promise<NewDecision>) {
    const putBack = takeOut(ids);
    const onAnswer = goOn(ids);
    const answered = await decisions.resolve(ids, body);
    if (answered.length === 0) putBack();
    onAnswer(answered);
  }

  function matchTray() {
    const { leftLines: left, rightLines: right, refusal } = trayTotals(tray);
    if (refusal !== null) return;
    const ids = tray.map(({ id }) => id);
    void resolve(ids, { kind: 'match-by-hand', left, right });
  }

  function accept() {
    const free = chosen?.taken === null ? chosen : undefined;
    const lines = open && free && linesOf(open, free.entry.line);
    if (lines) void resolve([open.id], { kind: 'match-by-hand', ...lines });
  }

  function unmatch() {
    if (!open?.matchId) return;
    const { matchId } = open;
    const body = shownVersion(queryClient, matchId).then((version): NewDecision => {
      return { kind: 'unmatch', matchId, version };
    });
    void resolve([open.id], body);
  }

  return {
    tray,
    standing,
    accept,
    unmatch,
    matchTray,
    toggleTray: () => open?.matchId === null && setTray(toggleInTray(tray, open)),
    clearTray: () => setTray([]),
    mayDecide,
    ...commenting,
  };
}

/** The lines of a match of an open entry with a candidate, which is of the other side. */
function linesOf(row: BreakRow, candidateLine: number) {
  if (row.left) return { left: [row.left.line], right: [candidateLine] };
  if (row.right) return { left: [candidateLine], right: [row.right.line] };
  return undefined;
}

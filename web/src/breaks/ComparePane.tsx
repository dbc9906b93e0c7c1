import { useDeferredValue } from 'react';
import type { BreakRow, Person } from '../api/types';
import { NotInList } from '../ui/NotInList';
import { Pane } from '../ui/Pane';
import { ProblemNotice } from '../ui/ProblemNotice';
import { ActionBar } from './ActionBar';
import { BreakPaneLoader } from './BreakPane';
import { CommentForm } from './CommentForm';
import css from './ComparePane.module.css';
import type { WorkbenchState } from './useWorkbench';

interface ComparePaneProps {
  readonly bench: WorkbenchState;
  readonly cand: number | undefined;
  readonly onClose: () => void;
}

/** The selected break, and below it what can be done. */
export function ComparePane({ bench, cand, onClose }: ComparePaneProps) {
  const shown = useDeferredValue(bench.selected ?? bench.outside);
  const { row } = bench;
  const mayAct = bench.mayDecide || bench.mayComment;
  return (
    <Pane foot={row && mayAct && <Foot bench={bench} row={row} />} onClose={onClose}>
      {shown && (
        <>
          {bench.outside && bench.isListed && <NotInList what="break" />}
          <AlsoHere people={bench.people.get(shown)} />
          <BreakPaneLoader key={shown} breakId={shown} cand={cand} onChoose={bench.choose} />
        </>
      )}
    </Pane>
  );
}

interface FootProps {
  readonly bench: WorkbenchState;
  readonly row: BreakRow;
}

function Foot({ bench, row }: FootProps) {
  const { chosen } = bench;
  const { problem } = bench.decisions;
  return (
    <>
      {problem && (
        <ProblemNotice
          problem={problem.conflict ? { ...problem, detail: problem.conflict.text } : problem}
        />
      )}
      {bench.isCommenting ? (
        <CommentForm
          draft={bench.commentDraft}
          onText={bench.writeComment}
          onSay={() => void bench.comment()}
          onLeave={bench.stopCommenting}
          onCancel={bench.cancelComment}
        />
      ) : (
        <ActionBar
          row={row}
          chosen={chosen}
          standing={bench.standing(row.id)}
          mayDecide={bench.mayDecide}
          mayComment={bench.mayComment}
          isCommentBegun={bench.commentDraft !== undefined}
          inTray={bench.tray.some(({ id }) => id === row.id)}
          onMatch={bench.accept}
          onTray={bench.toggleTray}
          onUnmatch={bench.unmatch}
          onComment={bench.startCommenting}
          onUndo={() => bench.undoRow(row.id)}
        />
      )}
    </>
  );
}

interface AlsoHereProps {
  readonly people: readonly Person[] | undefined;
}

/** Before two people settle the same break. */
function AlsoHere({ people }: AlsoHereProps) {
  if (!people) return null;
  const names = people.map(({ name }) => name).join(', ');
  return (
    <p className={css.also} role="status">
      {names} {people.length === 1 ? 'looks' : 'look'} at this break too.
    </p>
  );
}

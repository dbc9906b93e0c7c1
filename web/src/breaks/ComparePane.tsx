import { useDeferredValue } from 'react';
import type { Person } from '../api/types';
import { IconButton } from '../ui/IconButton';
import { ProblemNotice } from '../ui/ProblemNotice';
import { useNarrow } from '../ui/useNarrow';
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

/** The selected break beside the list, and below it what can be done; a phone only reads. */
export function ComparePane({ bench, cand, onClose }: ComparePaneProps) {
  const narrow = useNarrow();
  const shown = useDeferredValue(bench.selected);
  const { row, chosen, decisions } = bench;
  const { problem } = decisions;
  if (!shown) return <aside className={css.pane} aria-label="Compare" />;
  return (
    <aside className={css.pane} aria-label="Compare">
      {narrow && (
        <div className={css.back}>
          <IconButton label="Back to the list" icon="cross" onClick={onClose} />
        </div>
      )}
      <div className={css.body}>
        <AlsoHere people={bench.people.get(shown)} />
        <BreakPaneLoader key={shown} breakId={shown} cand={cand} onChoose={bench.choose} />
      </div>
      {!narrow && row && (bench.mayDecide || bench.mayComment) && (
        <footer className={css.foot}>
          {problem && (
            <ProblemNotice
              problem={problem.conflict ? { ...problem, detail: problem.conflict.text } : problem}
            />
          )}
          {bench.isCommenting ? (
            <CommentForm onSay={bench.comment} onClose={bench.stopCommenting} />
          ) : (
            <ActionBar
              row={row}
              chosen={chosen}
              standing={bench.standing(row.id)}
              mayDecide={bench.mayDecide}
              mayComment={bench.mayComment}
              inTray={bench.tray.some(({ id }) => id === row.id)}
              onMatch={bench.accept}
              onTray={bench.toggleTray}
              onUnmatch={bench.unmatch}
              onComment={bench.startCommenting}
              onUndo={() => bench.undoRow(row.id)}
            />
          )}
        </footer>
      )}
    </aside>
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

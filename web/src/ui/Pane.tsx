import type { ReactNode } from 'react';
import { IconButton } from './IconButton';
import css from './Pane.module.css';
import { useNarrow } from './useNarrow';

interface PaneProps {
  /** What can be done with what is shown. */
  readonly foot?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What is selected, compared beside its list; on a phone over it, with a way back. */
export function Pane({ foot, onClose, children }: PaneProps) {
  const narrow = useNarrow();
  return (
    <aside className={css.pane} aria-label="Compare">
      {narrow && (
        <div className={css.back}>
          <IconButton label="Back to the list" icon="cross" onClick={onClose} />
        </div>
      )}
      <div className={css.body}>{children}</div>
      {foot && <footer className={css.foot}>{foot}</footer>}
    </aside>
  );
}

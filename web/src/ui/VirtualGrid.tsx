import { type ReactNode, useEffect, useRef } from 'react';
import { useWindow } from './useWindow';
import css from './VirtualGrid.module.css';

interface VirtualGridProps {
  readonly id: string;
  readonly label: string;
  readonly columns: readonly string[];
  readonly headClass: string | undefined;
  /** All rows there are, also those that are not loaded. */
  readonly total: number;
  readonly loaded: number;
  readonly rowHeight: number;
  readonly selectedAt: number;
  readonly selectedId: string;
  readonly renderRow: (index: number) => ReactNode;
  readonly onNearEnd: () => void;
}

const NEAR_END_ROWS = 60;
const HEAD_HEIGHT = 30;

/** A grid of any length: the focus stays on it, only the seen rows are drawn, it reads on. */
export function VirtualGrid(props: VirtualGridProps) {
  const { loaded, rowHeight, selectedAt, onNearEnd, columns } = props;
  const container = useRef<HTMLDivElement>(null);
  const { first, last } = useWindow(container, rowHeight, loaded);
  const drawn = Array.from({ length: Math.max(last - first, 0) }, (_, at) => first + at);

  useEffect(() => {
    if (document.activeElement === document.body) container.current?.focus();
  }, []);

  useEffect(() => {
    if (last >= loaded - NEAR_END_ROWS) onNearEnd();
  }, [last, loaded, onNearEnd]);

  useEffect(() => {
    const element = container.current;
    if (!element || selectedAt < 0) return;
    const top = selectedAt * rowHeight;
    const bottom = top + rowHeight + HEAD_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight) {
      element.scrollTop = bottom - element.clientHeight;
    }
  }, [selectedAt, rowHeight]);

  return (
    <div
      ref={container}
      className={css.grid}
      id={props.id}
      role="grid"
      aria-label={props.label}
      aria-rowcount={props.total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={
        selectedAt >= first && selectedAt < last ? props.selectedId : undefined
      }
      tabIndex={0}
    >
      <div role="row" aria-rowindex={1} className={`${css.head} ${props.headClass}`}>
        {columns.map((name, at) => (
          <span key={name} role="columnheader" aria-colindex={at + 1} data-column={name}>
            {name || <span className="only-read-aloud">State</span>}
          </span>
        ))}
      </div>
      <div role="presentation" style={{ blockSize: loaded * rowHeight }}>
        <div role="presentation" style={{ transform: `translateY(${first * rowHeight}px)` }}>
          {drawn.map(props.renderRow)}
        </div>
      </div>
    </div>
  );
}

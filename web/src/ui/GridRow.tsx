import type { ReactNode } from 'react';
import css from './VirtualGrid.module.css';

interface GridRowProps {
  readonly id: string;
  /** Its place in the whole list, from 0. */
  readonly index: number;
  readonly selected: boolean;
  /** Is it handled? Then it stays in its place, dimmed. */
  readonly handled: boolean;
  readonly layout: string | undefined;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

/** One row of a virtual grid; the focus stays on the grid. */
export function GridRow(props: GridRowProps) {
  const { selected, handled } = props;
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={selected}
      className={`${css.row} ${props.layout}`}
      data-selected={selected || undefined}
      data-handled={handled || undefined}
      onClick={props.onSelect}
    >
      {props.children}
    </div>
  );
}

import type { BreakRow } from '../api/types';
import { useNarrow } from '../ui/useNarrow';
import { useRowHeight } from '../ui/useRowHeight';
import { VirtualGrid } from '../ui/VirtualGrid';
import css from './BreakGrid.module.css';
import { BreakGridRow, rowId } from './BreakGridRow';
import type { Tray } from './tray';
import type { Others } from './usePresence';
import type { RowChanges } from './useRowChanges';

interface BreakGridProps {
  readonly rows: readonly BreakRow[];
  readonly total: number;
  readonly hasAmounts: boolean;
  readonly selected: string | undefined;
  readonly changes: RowChanges;
  readonly tray: Tray;
  readonly people: Others;
  readonly onSelect: (id: string) => void;
  readonly onUndo: (id: string) => void;
  readonly onNearEnd: () => void;
}

const CARD_HEIGHT = 72;
const COLUMNS = ['', 'No.', 'Kind', 'Entry', 'Date', 'Age'];
const AMOUNTS = ['Left', 'Right', 'Difference'];

const GRID_ID = 'break-grid';

/** Gives the focus back to the list, where the keys are; to the page where the list is empty. */
export function focusBreakGrid(): void {
  const grid = document.getElementById(GRID_ID);
  if (grid) grid.focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** The list of breaks; a phone shows each as a card. */
export function BreakGrid(props: BreakGridProps) {
  const { rows, hasAmounts, selected, changes, tray, people } = props;
  const narrow = useNarrow();
  const rowHeight = useRowHeight();
  const inTray = new Set(tray.map(({ id }) => id));

  function renderRow(index: number) {
    const row = rows[index];
    return row ? (
      <BreakGridRow
        key={row.id}
        row={row}
        index={index}
        selected={row.id === selected}
        inTray={inTray.has(row.id)}
        hasAmounts={hasAmounts}
        change={changes.get(row.id)}
        people={people.get(row.id)}
        onSelect={props.onSelect}
        onUndo={props.onUndo}
      />
    ) : null;
  }

  return (
    <VirtualGrid
      id={GRID_ID}
      label="Breaks"
      columns={hasAmounts ? [...COLUMNS, ...AMOUNTS] : COLUMNS}
      headClass={`${css.columns} ${hasAmounts ? '' : css.counted}`}
      total={props.total}
      loaded={rows.length}
      rowHeight={narrow ? CARD_HEIGHT : rowHeight}
      selectedAt={rows.findIndex(({ id }) => id === selected)}
      selectedId={rowId(selected)}
      renderRow={renderRow}
      onNearEnd={props.onNearEnd}
    />
  );
}

import { memo } from 'react';
import type { BreakEntry, BreakRow, Decision, Person } from '../api/types';
import { useMay } from '../api/useSession';
import { Amount } from '../ui/Amount';
import { Faces } from '../ui/Faces';
import { formatCount, formatDay } from '../ui/format';
import { GridRow } from '../ui/GridRow';
import { Icon } from '../ui/Icon';
import { KindLabel } from '../ui/KindLabel';
import { breakLabel } from '../ui/vocabulary';
import { ageOf } from './age';
import css from './BreakGrid.module.css';
import type { RowChange } from './useRowChanges';

interface BreakGridRowProps {
  readonly row: BreakRow;
  readonly index: number;
  readonly selected: boolean;
  readonly inTray: boolean;
  readonly hasAmounts: boolean;
  readonly change: RowChange | undefined;
  /** Others who look at it now. */
  readonly people: readonly Person[] | undefined;
  readonly onSelect: (id: string) => void;
  readonly onUndo: (id: string) => void;
}

export function rowId(id: string | undefined): string {
  return `row-${id}`;
}

/** One break; a handled one stays in its place, dimmed, with a way back. */
export const BreakGridRow = memo(function BreakGridRow(props: BreakGridRowProps) {
  const { row, index, selected, inTray, hasAmounts, change, people, onSelect, onUndo } = props;
  const waiting = isWaiting(row, change);
  const resolved = !waiting && isResolved(row, change);
  const entry = row.left ?? row.right;
  return (
    <GridRow
      id={rowId(row.id)}
      index={index}
      selected={selected}
      handled={resolved}
      layout={`${css.row} ${hasAmounts ? '' : css.counted}`}
      onSelect={() => onSelect(row.id)}
    >
      <span role="gridcell" className={css.state}>
        {inTray && <Icon name="plus" size={12} />}
        {waiting && <Icon name="clock" size={14} />}
        {resolved && <Icon name="check" size={14} />}
        {(inTray || resolved) && (
          <span className="only-read-aloud">{resolved ? 'Resolved' : 'In the tray'}</span>
        )}
      </span>
      <span role="gridcell" className={css.number}>
        {breakLabel(row.number)}
      </span>
      <span role="gridcell" data-column="Kind">
        {change?.state === 'resolved' && (
          <Undoable label={decidedWords(change.decision.kind)} onUndo={() => onUndo(row.id)} />
        )}
        {change?.state === 'elsewhere' && (
          <span className={css.undoable}>{decidedWords(change.kind)} elsewhere</span>
        )}
        {!isDecided(change) && <NowOrKind row={row} waiting={waiting} />}
      </span>
      <span role="gridcell" className={css.entry}>
        {people && <Faces people={people} doing="here now" />}{' '}
        <EntryText entry={entry} entries={row.entries} />
        <Commented count={row.comments} />
      </span>
      <span role="gridcell" data-column="Date" className={css.date}>
        {entry?.date ? formatDay(entry.date) : '–'}
      </span>
      <span role="gridcell" className={css.date} data-column="Age">
        {ageOf(row.firstSeen.at, Date.now())}
      </span>
      {hasAmounts && <AmountCells row={row} />}
    </GridRow>
  );
});

function AmountCells({ row }: { readonly row: BreakRow }) {
  return (
    <>
      <span role="gridcell" className={css.amount} data-column="Left">
        {row.left ? <Amount of={row.left.amount} bare /> : '–'}
      </span>
      <span role="gridcell" className={css.amount} data-column="Right">
        {row.right ? <Amount of={row.right.amount} bare /> : '–'}
      </span>
      <span role="gridcell" className={css.difference} data-column="Difference">
        <Amount of={row.difference} dash />
      </span>
    </>
  );
}

function isWaiting(row: BreakRow, change: RowChange | undefined): boolean {
  return change ? change.state === 'waiting' : row.approval !== undefined;
}

function isResolved(row: BreakRow, change: RowChange | undefined): boolean {
  if (change) return change.state !== 'reopened';
  return row.status === 'resolved' || row.later?.status === 'matched';
}

/** What it is, or where a later run has brought it. */
function NowOrKind({ row, waiting }: { readonly row: BreakRow; readonly waiting: boolean }) {
  if (waiting) {
    const by = row.approval && `Proposed by ${row.approval.by.name}`;
    return <span title={by}>waits for approval</span>;
  }
  return row.later && row.later.status !== 'open' ? (
    <span title={`It was carried on into run #${row.later.run}`}>
      {row.later.status} in run #{row.later.run}
    </span>
  ) : (
    <KindLabel kind={row.kind} />
  );
}

function isDecided(change: RowChange | undefined): boolean {
  return change?.state === 'resolved' || change?.state === 'elsewhere';
}

function decidedWords(kind: Decision['kind']): string {
  return kind === 'match-by-hand' || kind === 'accept' ? 'matched' : 'unmatched';
}

interface UndoableProps {
  readonly label: string;
  readonly onUndo: () => void;
}

function Undoable({ label, onUndo }: UndoableProps) {
  if (!useMay('decide:breaks')) return <span className={css.undoable}>{label}</span>;
  return (
    <span className={css.undoable}>
      {label} ·{' '}
      <button
        type="button"
        tabIndex={-1}
        className={css.undo}
        onClick={(event) => {
          event.stopPropagation();
          onUndo();
        }}
      >
        undo
      </button>
    </span>
  );
}

/** That somebody has said something of it. */
function Commented({ count }: { readonly count: number }) {
  if (count === 0) return null;
  const words = count === 1 ? '1 comment' : `${formatCount(count)} comments`;
  return (
    <span className={css.party} title={words}>
      <Icon name="comment" size={12} />
      <span className="only-read-aloud">{words}</span>
    </span>
  );
}

interface EntryTextProps {
  readonly entry: BreakEntry | null;
  readonly entries: number;
}

function EntryText({ entry, entries }: EntryTextProps) {
  const name = entry?.reference || entry?.party;
  return (
    <>
      {name ? (
        <span className={css.reference}>{name}</span>
      ) : (
        <span className="muted">line {entry?.line}</span>
      )}
      {entry?.reference && entry.party && <span className={css.party}>{entry.party}</span>}
      {entries > 2 && <span className={css.party}>{formatCount(entries)} entries</span>}
    </>
  );
}

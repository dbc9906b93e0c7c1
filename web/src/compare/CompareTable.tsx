import type { Entry, FieldValue, Side } from '../api/types';
import { diffValues, type Piece, type ValueDiff } from '../ui/diff';
import { formatAmount, formatDay } from '../ui/format';
import { SideTag } from '../ui/SideTag';
import { fieldLabel } from '../ui/vocabulary';
import css from './CompareTable.module.css';
import { type FieldPair, fieldPairs, type Judge, type PairSign } from './fieldPairs';

interface CompareTableProps {
  readonly left: Entry | undefined;
  readonly right: Entry | undefined;
  readonly judge: Judge;
  /** What stands in the place of an entry that is not there. */
  readonly nothing: string;
}

const SIGNS: Record<PairSign, { readonly sign: string; readonly label: string }> = {
  differs: { sign: '≠', label: 'differs from' },
  near: { sign: '≈', label: 'nearly the same as' },
  other: { sign: '≠', label: 'not compared with' },
  same: { sign: '=', label: 'the same as' },
  alone: { sign: '', label: '' },
};

/** Two entries side by side; what differs is marked within the value. */
export function CompareTable({ left, right, judge, nothing }: CompareTableProps) {
  const pairs = fieldPairs(left, right, judge);
  return (
    <table className={css.table}>
      <caption className="only-read-aloud">Both sides, field by field</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="only-read-aloud">Field</span>
          </th>
          <EntryHead side="left" entry={left} place={left?.side ?? 'left'} />
          <th scope="col" className={css.sign}>
            <span className="only-read-aloud">Sign</span>
          </th>
          <EntryHead side="right" entry={right} place={right?.side ?? 'right'} />
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair, row) => (
          <PairRow
            key={pair.field}
            pair={pair}
            alone={row === 0 ? { left: !left, right: !right, rows: pairs.length, nothing } : null}
            missing={{ left: !left, right: !right }}
          />
        ))}
      </tbody>
    </table>
  );
}

interface EntryHeadProps {
  readonly side: Side;
  readonly entry: Entry | undefined;
  readonly place: Side;
}

function EntryHead({ side, entry, place }: EntryHeadProps) {
  return (
    <th scope="col" className={css.value} data-column={side}>
      <SideTag side={place} />
      {entry && <span className={css.line}>line {entry.line}</span>}
    </th>
  );
}

interface PairRowProps {
  readonly pair: FieldPair;
  readonly missing: Readonly<Record<Side, boolean>>;
  readonly alone:
    | (Readonly<Record<Side, boolean>> & { readonly rows: number; readonly nothing: string })
    | null;
}

function PairRow({ pair, alone, missing }: PairRowProps) {
  const { sign, label } = SIGNS[pair.sign];
  const [one, other] = [shown(pair.left), shown(pair.right)];
  const diff = markedPieces(pair.sign, one, other);

  function cell(side: Side, value: FieldValue | null, pieces: readonly Piece[]) {
    if (alone?.[side]) {
      return (
        <td className={css.nothing} rowSpan={alone.rows}>
          {alone.nothing}
        </td>
      );
    }
    if (missing[side]) return null;
    return (
      <td
        className={css.value}
        data-side={side}
        data-type={value?.type}
        title={value?.raw ?? undefined}
      >
        <Pieces pieces={pieces} side={side} />
      </td>
    );
  }

  return (
    <tr data-sign={pair.sign}>
      <th scope="row" className={css.field}>
        {fieldLabel(pair.field)}
      </th>
      {cell('left', pair.left, diff.left)}
      <td className={css.sign}>
        <span aria-hidden="true">{sign}</span>
        <span className="only-read-aloud">{label}</span>
      </td>
      {cell('right', pair.right, diff.right)}
    </tr>
  );
}

/** Marks only what says something: values that are alike, and are not accepted as they are. */
function markedPieces(sign: PairSign, left: string, right: string): Omit<ValueDiff, 'alike'> {
  const diff = diffValues(left, right);
  if (diff.alike && (sign === 'differs' || sign === 'near')) return diff;
  return { left: [{ text: left, same: true }], right: [{ text: right, same: true }] };
}

function shown(value: FieldValue | null): string {
  if (!value?.value) return '–';
  if (value.type === 'money') return formatAmount(value.value);
  return value.type === 'date' ? formatDay(value.value) : value.value;
}

interface PiecesProps {
  readonly pieces: readonly Piece[];
  readonly side: Side;
}

function Pieces({ pieces, side }: PiecesProps) {
  return pieces.map(({ text, same }, at) =>
    same ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name and no state
      <span key={at}>{text}</span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name and no state
      <mark key={at} className={css.mark} data-side={side}>
        {text}
      </mark>
    ),
  );
}

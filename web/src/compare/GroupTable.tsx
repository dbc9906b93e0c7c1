import type { Entry, Side } from '../api/types';
import { Amount } from '../ui/Amount';
import { formatDay } from '../ui/format';
import { anyAmount, negate, sumByCurrency } from '../ui/money';
import { SideTag } from '../ui/SideTag';
import css from './GroupTable.module.css';

interface GroupTableProps {
  readonly left: readonly Entry[];
  readonly right: readonly Entry[];
}

/** The entries of a match of many, what each side adds up to, and what is between them. */
export function GroupTable({ left, right }: GroupTableProps) {
  const apart = sumByCurrency([
    ...left.map(({ amount }) => amount),
    ...right.map(({ amount: { currency, value } }) => ({ currency, value: negate(value) })),
  ]);
  const isCounted = anyAmount([...left, ...right].map(({ amount }) => amount));
  return (
    <table className={css.table}>
      <caption className="only-read-aloud">The entries of the match</caption>
      <thead>
        <tr>
          <th scope="col">Entry</th>
          <th scope="col">Date</th>
          <th scope="col" className="num">
            Amount
          </th>
        </tr>
      </thead>
      <SideRows side="left" entries={left} />
      <SideRows side="right" entries={right} />
      <tbody>
        <tr className={css.sum}>
          <th scope="row" colSpan={2}>
            Left less right
          </th>
          <td className="num">
            {apart.map((each) => (
              <Amount key={each.currency} of={each} dash={!isCounted} />
            ))}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function SideRows({ side, entries }: { readonly side: Side; readonly entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <tbody>
      {entries.map(({ line, amount, fields }) => {
        const value = (name: string) => fields.find(({ field }) => field === name)?.value;
        const date = value('date');
        return (
          <tr key={line}>
            <th scope="row">
              <SideTag side={side} />
              <span className={css.name}>{value('reference') || value('party') || 'line'}</span>
              <span className={css.line}>line {line}</span>
            </th>
            <td className={css.date}>{date && formatDay(date)}</td>
            <td className="num">
              <Amount of={amount} bare />
            </td>
          </tr>
        );
      })}
      {entries.length > 1 && (
        <tr className={css.sum}>
          <th scope="row" colSpan={2}>
            {entries.length} together
          </th>
          <td className="num">
            {sumByCurrency(entries.map(({ amount }) => amount)).map((each) => (
              <Amount key={each.currency} of={each} />
            ))}
          </td>
        </tr>
      )}
    </tbody>
  );
}

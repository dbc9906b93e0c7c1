import { Link, useSearch } from '@tanstack/react-router';
import type { ChangeKind, ComparisonTotals, PlacedValues } from '../api/types';
import { Amount } from '../ui/Amount';
import { formatCount } from '../ui/format';
import { isZero, type Money } from '../ui/money';
import { Table } from '../ui/Table';
import css from './ChangeTable.module.css';
import { CHANGE_WORDS } from './words';

const HEAD = ['Change', { number: 'Left' }, { number: 'Right' }, 'Their money before', 'and after'];

/** How many lines change in which way, and where their money was and would be. */
export function ChangeTable({ totals }: { readonly totals: ComparisonTotals }) {
  const { change: shown } = useSearch({ from: '/r/$rec/rules' });
  const rows = totals.changes.filter(({ left, right }) => left + right > 0);
  return (
    <Table caption="What changes" head={HEAD}>
      {rows.map(({ change, left, right, before, after }) => (
        <tr key={change} data-shown={change === shown || undefined}>
          <th scope="row">
            {change === 'unchanged' ? 'Kept' : <ChangeLink change={change} shown={shown} />}
          </th>
          <td className="num" data-label="Left">
            {formatCount(left)}
          </td>
          <td className="num" data-label="Right">
            {formatCount(right)}
          </td>
          <td data-label="Before">
            <Values of={before} />
          </td>
          <td data-label="After">
            <Values of={after} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

interface ChangeLinkProps {
  readonly change: ChangeKind;
  readonly shown: ChangeKind | undefined;
}

function ChangeLink({ change, shown }: ChangeLinkProps) {
  const { label, about } = CHANGE_WORDS[change];
  return (
    <>
      <Link
        from="/r/$rec/rules"
        to="/r/$rec/rules"
        search={(now) => ({ ...now, change: change === shown ? undefined : change })}
        className={css.link}
        aria-current={change === shown ? 'true' : undefined}
        replace
      >
        {label}
      </Link>
      <span className={css.about}>{about}</span>
    </>
  );
}

function Values({ of }: { readonly of: PlacedValues }) {
  const places = [
    ['matched', of.matched],
    ['suggested', of.suggested],
    ['open', of.open],
  ] as const;
  const lines = places.flatMap(([word, values]) =>
    values
      .filter(({ value }) => !isZero(value))
      .map((value: Money) => [`${word}${value.currency}`, word, value] as const),
  );
  if (lines.length === 0) return <span className="muted">nothing</span>;
  return (
    <ul className={css.values}>
      {lines.map(([key, word, value]) => (
        <li key={key}>
          {word} <Amount of={value} />
        </li>
      ))}
    </ul>
  );
}

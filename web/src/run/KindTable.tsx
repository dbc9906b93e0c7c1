import { Link } from '@tanstack/react-router';
import type { KindTotal } from '../api/types';
import { Amount } from '../ui/Amount';
import { EmptyState } from '../ui/EmptyState';
import { formatCount } from '../ui/format';
import { KindLabel } from '../ui/KindLabel';
import { isZero } from '../ui/money';
import { KINDS } from '../ui/vocabulary';
import css from './KindTable.module.css';

interface KindTableProps {
  readonly rec: string;
  readonly runId: string;
  readonly kinds: readonly KindTotal[];
  readonly hasAmounts: boolean;
}

/** How many breaks of each kind, how many of them are open, and what they are worth. */
export function KindTable({ rec, runId, kinds, hasAmounts }: KindTableProps) {
  const found = KINDS.flatMap((kind) => kinds.filter((each) => each.kind === kind)).filter(
    ({ open, resolved }) => open + resolved > 0,
  );
  if (found.length === 0) {
    return <EmptyState title="No break" text="Every entry of both sides is matched." />;
  }
  return (
    <div className={css.frame}>
      <table className={css.table}>
        <caption className="only-read-aloud">Breaks by kind</caption>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col" className="num">
              Open
            </th>
            <th scope="col" className={`num ${css.resolved}`}>
              Resolved
            </th>
            {hasAmounts && (
              <th scope="col" className="num">
                Open value
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {found.map(({ kind, open, resolved, values }) => (
            <tr key={kind}>
              <th scope="row">
                <Link
                  to="/r/$rec/breaks"
                  params={{ rec }}
                  search={{ run: runId, kind: [kind], status: 'open' }}
                  className={css.link}
                >
                  <KindLabel kind={kind} />
                </Link>
              </th>
              <td className="num">{formatCount(open)}</td>
              <td className={`num muted ${css.resolved}`}>{formatCount(resolved)}</td>
              {hasAmounts && (
                <td className="num">
                  <Values of={values} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Values({ of }: { readonly of: KindTotal['values'] }) {
  return of
    .filter(({ value }) => !isZero(value))
    .map((value) => (
      <div key={value.currency}>
        <Amount of={value} />
      </div>
    ));
}

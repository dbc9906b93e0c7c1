import type { Reconciliation } from '../api/types';
import { Amount } from '../ui/Amount';
import { formatCount } from '../ui/format';
import { sumByCurrency } from '../ui/money';
import css from './HomeTotals.module.css';

/** The figures over all reconciliations; one per currency, never added across. */
export function HomeTotals({ reconciliations }: { readonly reconciliations: Reconciliation[] }) {
  const standings = reconciliations.flatMap(({ resultRun }) => (resultRun ? [resultRun] : []));
  const open = sumByCurrency(standings.flatMap(({ openValues }) => openValues));
  const breaks = standings.reduce((sum, { openBreaks }) => sum + openBreaks, 0);
  const entries = standings.reduce((sum, each) => sum + each.leftEntries + each.rightEntries, 0);
  const proven = standings.filter((each) => each.proven).length;
  return (
    <dl className={css.totals}>
      <div>
        <dt>Open value</dt>
        <dd>
          {open.length === 0 && <span className={css.figure}>0</span>}
          {open.map((each) => (
            <span key={each.currency} className={css.figure}>
              <Amount of={each} />
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>Open breaks</dt>
        <dd className={css.figure}>{formatCount(breaks)}</dd>
      </div>
      <div>
        <dt>Entries compared</dt>
        <dd className={css.figure}>{formatCount(entries)}</dd>
      </div>
      <div>
        <dt>Proven to the cent</dt>
        <dd className={css.figure}>
          {formatCount(proven)} of {formatCount(standings.length)}
        </dd>
      </div>
    </dl>
  );
}

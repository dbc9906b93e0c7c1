import { Link } from '@tanstack/react-router';
import { hasAmounts } from '../api/hasAmounts';
import type { Reconciliation } from '../api/types';
import { useMay } from '../api/useSession';
import { Amount } from '../ui/Amount';
import { formatAgo, formatCount, formatInstant, formatPercent } from '../ui/format';
import { Icon } from '../ui/Icon';
import { nextStep } from './nextStep';
import css from './ReconciliationTable.module.css';

/** One reconciliation: how much agrees, what is open, and the next step. */
export function ReconciliationRow({ reconciliation }: { readonly reconciliation: Reconciliation }) {
  const { id, name, resultRun, lastRun } = reconciliation;
  const finishedAt = resultRun?.finishedAt;
  const isValued = resultRun ? hasAmounts(resultRun.matchRate) : false;
  return (
    <tr>
      <th scope="row" className={css.name}>
        <Link to="/r/$rec" params={{ rec: id }} data-name>
          {name}
        </Link>
      </th>
      <td className="num" data-label="Matched, count">
        {resultRun ? (
          <>
            {formatPercent(resultRun.matchRate.byCount)}
            <RateBar percent={resultRun.matchRate.byCount} />
          </>
        ) : (
          '–'
        )}
      </td>
      <td className="num" data-label="Matched, value">
        {resultRun?.matchRate.byValue.map(({ currency, percent }) => (
          <div key={currency}>
            {resultRun.matchRate.byValue.length > 1 && <span className="muted">{currency} </span>}
            {formatPercent(percent)}
          </div>
        ))}
        {!isValued && '–'}
      </td>
      <td className="num" data-label="Open value">
        {resultRun?.openValues.map((each) => (
          <div key={each.currency} className={css.strong}>
            <Amount of={each} />
          </div>
        )) ?? '–'}
        {resultRun?.openValues.length === 0 && (isValued ? '0' : '–')}
      </td>
      <td className="num" data-label="Breaks">
        {resultRun && resultRun.openBreaks > 0 ? (
          <Link to="/r/$rec/breaks" params={{ rec: id }}>
            {formatCount(resultRun.openBreaks)}
          </Link>
        ) : (
          formatCount(resultRun?.openBreaks ?? 0)
        )}
      </td>
      <td data-label="Last run" className={`muted ${css.last}`}>
        {finishedAt ? (
          <time dateTime={finishedAt} title={formatInstant(finishedAt)}>
            #{resultRun.number} {formatAgo(finishedAt, Date.now())}
          </time>
        ) : (
          (lastRun?.status ?? 'never')
        )}
      </td>
      <td className={css.next}>
        <NextStepLink reconciliation={reconciliation} />
      </td>
    </tr>
  );
}

/** The rate as a length; the figure beside it says the same. */
function RateBar({ percent }: { readonly percent: string }) {
  return (
    <span className={css.rate} aria-hidden="true">
      <span style={{ inlineSize: `${percent}%` }} />
    </span>
  );
}

function NextStepLink({ reconciliation }: { readonly reconciliation: Reconciliation }) {
  const step = nextStep(reconciliation, useMay('decide:breaks'));
  const rec = reconciliation.id;
  const inside = (
    <>
      {step.label} <Icon name="arrowRight" size={14} />
    </>
  );
  switch (step.to) {
    case 'run':
      return (
        <Link to="/r/$rec/runs/$run" params={{ rec, run: step.runId }} className={css.step}>
          {inside}
        </Link>
      );
    case 'breaks':
      return (
        <Link to="/r/$rec/breaks" params={{ rec }} className={css.step}>
          {inside}
        </Link>
      );
    case 'new':
      return (
        <Link to="/new" className={css.step}>
          {inside}
        </Link>
      );
  }
}

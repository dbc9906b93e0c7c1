import { Link } from '@tanstack/react-router';
import type { RunSummary } from '../api/types';
import { formatAmount, formatCurrency, formatDecimal, formatHundredths } from '../ui/format';
import { isZero } from '../ui/money';
import css from './ResultBars.module.css';
import { currenciesOf, type Segment, segmentsByCount, segmentsByValue } from './segments';

interface ResultBarsProps {
  readonly rec: string;
  readonly runId: string;
  readonly summary: RunSummary;
}

const CURRENCIES_MAX = 6;

/** Aligned stacked bars, by count and by value, with every piece named and linked below. */
export function ResultBars({ rec, runId, summary }: ResultBarsProps) {
  const counts = segmentsByCount(summary);
  const all = currenciesOf(summary);
  const currencies = all.slice(0, CURRENCIES_MAX);
  const values = currencies.map((currency) => segmentsByValue(summary, currency));
  return (
    <>
      <div className={css.bars}>
        <Bar name="Count" segments={counts} />
        {currencies.map((currency, at) => (
          <Bar
            key={currency}
            name={`Value ${formatCurrency(currency)}`}
            segments={values[at] ?? []}
          />
        ))}
      </div>
      <div className={css.frame}>
        <table className={css.legend}>
          <caption className="only-read-aloud">The pieces of the bars</caption>
          <thead>
            <tr>
              <th scope="col">Pass or state</th>
              <th scope="col" className="num">
                Entries
              </th>
              <th scope="col" className="num">
                of count
              </th>
              {currencies.map((currency) => (
                <th key={currency} scope="col" className="num">
                  {formatCurrency(currency) || 'Value'}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map((segment, row) => (
              <tr key={segment.id}>
                <th scope="row">
                  <span className={css.piecename}>
                    <Swatch segment={segment} at={row} />
                    <SegmentLink rec={rec} runId={runId} segment={segment} />
                  </span>
                </th>
                <td className="num">{formatDecimal(segment.amount)}</td>
                <td className="num">{formatHundredths(segment.share)}</td>
                {values.map((list, at) => (
                  <td key={currencies[at]} className="num">
                    {shownValue(list[row])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {all.length > CURRENCIES_MAX && (
        <p className="muted">
          {all.slice(CURRENCIES_MAX).map(formatCurrency).join(', ')}: see the proof.
        </p>
      )}
    </>
  );
}

function shownValue(segment: Segment | undefined): string {
  return segment && !isZero(segment.amount) ? formatAmount(segment.amount) : '–';
}

function Bar({ name, segments }: { readonly name: string; readonly segments: Segment[] }) {
  return (
    <>
      <span className={css.name}>{name}</span>
      <div className={css.bar} aria-hidden="true">
        {segments.map((segment, at) => (
          <div
            key={segment.id}
            className={css.piece}
            data-kind={segment.kind}
            data-shade={at % 4}
            style={{ flexGrow: segment.share, minInlineSize: segment.share > 0 ? 3 : 0 }}
            title={`${segment.label} ${formatHundredths(segment.share)}`}
          />
        ))}
      </div>
    </>
  );
}

function Swatch({ segment, at }: { readonly segment: Segment; readonly at: number }) {
  return (
    <span className={css.swatch} data-kind={segment.kind} data-shade={at % 4} aria-hidden="true" />
  );
}

interface SegmentLinkProps {
  readonly rec: string;
  readonly runId: string;
  readonly segment: Segment;
}

function SegmentLink({ rec, runId, segment }: SegmentLinkProps) {
  if (segment.kind === 'open') {
    return (
      <Link to="/r/$rec/breaks" params={{ rec }} search={{ run: runId, status: 'open' }}>
        {segment.label}
      </Link>
    );
  }
  const search =
    segment.kind === 'pass'
      ? { run: runId, pass: segment.id, status: 'matched' as const }
      : { run: runId, status: 'suggested' as const };
  return (
    <Link to="/r/$rec/matches" params={{ rec }} search={search}>
      {segment.label}
    </Link>
  );
}

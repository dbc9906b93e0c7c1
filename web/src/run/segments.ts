import type { RunSummary } from '../api/types';
import { addDecimals, hundredthsOfPercent } from '../ui/money';

/** One piece of a result bar: a pass, what is suggested, or what is open. */
export interface Segment {
  readonly id: string;
  readonly kind: 'pass' | 'suggested' | 'open';
  readonly label: string;
  /** Entries as text, or value as an exact decimal. */
  readonly amount: string;
  /** Hundredths of a percent of the whole bar. */
  readonly share: number;
}

interface Part {
  readonly id: string;
  readonly kind: Segment['kind'];
  readonly label: string;
  readonly entries: number;
  readonly values: RunSummary['byStatus'][number]['values'];
}

function partsOf(summary: RunSummary): Part[] {
  const passes = summary.byPass
    .filter(({ status, leftEntries, rightEntries }) => {
      return status === 'matched' && leftEntries + rightEntries > 0;
    })
    .map(
      (each): Part => ({
        id: each.pass,
        kind: 'pass',
        label: each.pass,
        entries: each.leftEntries + each.rightEntries,
        values: each.values,
      }),
    );
  const states = summary.byStatus.flatMap((each): Part[] => {
    const entries = each.leftEntries + each.rightEntries;
    if (each.status === 'matched' || (each.status === 'suggested' && entries === 0)) return [];
    const open = each.status === 'open';
    return [
      {
        id: each.status,
        kind: each.status,
        label: open ? 'Open' : 'Suggested',
        entries,
        values: each.values,
      },
    ];
  });
  const order = { pass: 0, suggested: 1, open: 2 };
  return [...passes, ...states].sort((one, other) => order[one.kind] - order[other.kind]);
}

function segments(parts: readonly Part[], amountOf: (part: Part) => string): Segment[] {
  const whole = addDecimals(parts.map(amountOf));
  return parts.map((part) => {
    const amount = amountOf(part);
    const { id, kind, label } = part;
    return { id, kind, label, amount, share: hundredthsOfPercent(amount, whole) ?? 0 };
  });
}

/** Every entry of both sides, by what became of it. */
export function segmentsByCount(summary: RunSummary): Segment[] {
  return segments(partsOf(summary), ({ entries }) => String(entries));
}

/** The absolute amounts of one currency, by what became of them. */
export function segmentsByValue(summary: RunSummary, currency: string): Segment[] {
  return segments(partsOf(summary), ({ values }) => {
    return values.find((each) => each.currency === currency)?.value ?? '0';
  });
}

/** The currencies that there are amounts in; tables without amounts have none. */
export function currenciesOf(summary: RunSummary): string[] {
  return summary.matchRate.byValue.map(({ currency }) => currency);
}

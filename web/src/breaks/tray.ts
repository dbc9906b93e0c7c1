import type { BreakRow } from '../api/types';
import { type Money, negate, sumByCurrency } from '../ui/money';

/** Rows put together by hand, of either side. */
export type Tray = readonly BreakRow[];

export function toggleInTray(tray: Tray, row: BreakRow): Tray {
  return tray.some(({ id }) => id === row.id)
    ? tray.filter(({ id }) => id !== row.id)
    : [...tray, row];
}

/** The tray with rows again that were taken out of it, before what was put there since. */
export function putBack(tray: Tray, taken: Tray): Tray {
  return [...taken.filter(({ id }) => tray.every((row) => row.id !== id)), ...tray];
}

export interface TrayTotals {
  readonly left: readonly Money[];
  readonly right: readonly Money[];
  readonly difference: readonly Money[];
  readonly leftLines: number[];
  readonly rightLines: number[];
  /** Why it cannot be matched as it is, in words. */
  readonly refusal: string | null;
}

export function trayTotals(tray: Tray): TrayTotals {
  const lefts = tray.flatMap(({ left }) => (left ? [left] : []));
  const rights = tray.flatMap(({ right }) => (right ? [right] : []));
  const left = lefts.map(({ amount }) => amount);
  const right = rights.map(({ amount }) => amount);
  const negated = right.map(({ currency, value }) => ({ currency, value: negate(value) }));
  return {
    left: sumByCurrency(left),
    right: sumByCurrency(right),
    difference: sumByCurrency([...left, ...negated]),
    leftLines: lefts.map(({ line }) => line),
    rightLines: rights.map(({ line }) => line),
    refusal: refusalOf(tray, left, right),
  };
}

/** Whether two currencies can be set against each other the server says: it knows the rates. */
function refusalOf(tray: Tray, left: readonly Money[], right: readonly Money[]): string | null {
  if (tray.some(({ matchId }) => matchId !== null)) return 'A row is in a match: unmatch it first.';
  if (left.length === 0) return 'Add a row of the left side.';
  if (right.length === 0) return 'Add a row of the right side.';
  return null;
}

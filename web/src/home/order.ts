import type { Reconciliation } from '../api/types';
import { compareDecimals, type Decimal } from '../ui/money';

/** By the greatest open value in any one currency: currencies are never added. */
export function byOpenValue(reconciliations: readonly Reconciliation[]): Reconciliation[] {
  return [...reconciliations].sort((one, other) => {
    const values = compareDecimals(greatestOpen(other), greatestOpen(one));
    const breaks = (other.resultRun?.openBreaks ?? 0) - (one.resultRun?.openBreaks ?? 0);
    return values || breaks || one.name.localeCompare(other.name);
  });
}

function greatestOpen({ resultRun }: Reconciliation): Decimal {
  return (resultRun?.openValues ?? []).reduce<Decimal>(
    (most, { value }) => (compareDecimals(value, most) > 0 ? value : most),
    '0',
  );
}

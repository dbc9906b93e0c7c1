import css from './Amount.module.css';
import { formatCurrency, formatDecimal } from './format';
import type { Money } from './money';

interface AmountProps {
  readonly of: Money;
  readonly sign?: boolean;
  readonly bare?: boolean;
}

/** An exact amount; the sign is text, the currency stands before it. */
export function Amount({ of, sign = false, bare = false }: AmountProps) {
  const currency = formatCurrency(of.currency);
  return (
    <span className={css.amount}>
      {!bare && currency && <span className={css.currency}>{currency}</span>}
      {formatDecimal(of.value, { sign })}
    </span>
  );
}

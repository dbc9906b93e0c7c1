import css from './Amount.module.css';
import { formatAmount, formatCurrency } from './format';
import { isZero, type Money } from './money';

interface AmountProps {
  readonly of: Money;
  readonly sign?: boolean;
  readonly bare?: boolean;
  /** Is nothing a dash? */
  readonly dash?: boolean | undefined;
}

/**
 * An exact amount; the sign is text, the currency stands before it. Nothing of no currency is a
 * dash: mostly a table without amounts; `dash={false}` where it is what amounts come to.
 */
export function Amount({ of, sign = false, bare = false, dash }: AmountProps) {
  const currency = formatCurrency(of.currency);
  const isDash = isZero(of.value) && (dash ?? currency === '');
  return (
    <span className={css.amount}>
      {!bare && currency && <span className={css.currency}>{currency}</span>}
      {isDash ? '–' : formatAmount(of.value, { sign })}
    </span>
  );
}

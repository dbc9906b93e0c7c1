import { formatAmount, readDecimal } from '../ui/format';
import type { Money } from '../ui/money';

/** Limits as the person writes numbers, one a line: a currency and an amount. */
export function readLimits(text: string): Money[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [currency = '', ...rest] = line.split(/\s+/);
      return { currency: currency.toUpperCase(), value: readDecimal(rest.join('')) };
    });
}

export function writeLimits(limits: readonly Money[]): string {
  return limits.map(({ currency, value }) => `${currency} ${formatAmount(value)}`).join('\n');
}

/** A decimal as the server writes it: exact text, never a number. */
export type Decimal = string;

/** What the wire says for data without a currency. */
export const NO_CURRENCY = 'XXX';

/** An amount on the wire. */
export interface Money {
  readonly currency: string;
  readonly value: Decimal;
}

/** The same amount as whole units of 10^-scale: what sums are made of. */
interface Units {
  readonly units: bigint;
  readonly scale: number;
}

const SHAPE = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** Is this a decimal and nothing else, such as a currency beside it? */
export function isDecimal(text: string): boolean {
  return SHAPE.test(text);
}

export function parseDecimal(text: Decimal): Units {
  const found = SHAPE.exec(text);
  if (!found) throw new RangeError(`Not a decimal: ${text}`);
  const fraction = found[3] ?? '';
  const units = BigInt(`${found[2]}${fraction}`);
  return { units: found[1] === '-' ? -units : units, scale: fraction.length };
}

export function toDecimal({ units, scale }: Units): Decimal {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const sign = units < 0n ? '-' : '';
  return scale === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-scale)}`;
}

function atScale({ units, scale }: Units, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale);
}

export function addDecimals(values: readonly Decimal[]): Decimal {
  const parsed = values.map(parseDecimal);
  const scale = parsed.reduce((most, each) => Math.max(most, each.scale), 0);
  const units = parsed.reduce((sum, each) => sum + atScale(each, scale), 0n);
  return toDecimal({ units, scale });
}

export function negate(value: Decimal): Decimal {
  const parsed = parseDecimal(value);
  return toDecimal({ units: -parsed.units, scale: parsed.scale });
}

export function subtractDecimals(from: Decimal, value: Decimal): Decimal {
  return addDecimals([from, negate(value)]);
}

export function compareDecimals(one: Decimal, other: Decimal): number {
  const difference = parseDecimal(subtractDecimals(one, other)).units;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function absolute(value: Decimal): Decimal {
  return value.startsWith('-') ? value.slice(1) : value;
}

export function isZero(value: Decimal): boolean {
  return parseDecimal(value).units === 0n;
}

/** Is any of these an amount? All of a table without amounts are nothing in no currency. */
export function anyAmount(amounts: readonly Money[]): boolean {
  return amounts.some(({ currency, value }) => currency !== NO_CURRENCY || !isZero(value));
}

/** Sums per currency; currencies are never added to one another. */
export function sumByCurrency(amounts: readonly Money[]): Money[] {
  const values = new Map<string, Decimal[]>();
  for (const { currency, value } of amounts) {
    values.set(currency, [...(values.get(currency) ?? []), value]);
  }
  return [...values]
    .map(([currency, each]) => ({ currency, value: addDecimals(each) }))
    .sort((one, other) => one.currency.localeCompare(other.currency));
}

/**
 * How many hundredths of a percent `part` is of `whole`, rounded towards zero, so that only
 * all of it is 100.00; null where there is nothing to take a part of.
 */
export function hundredthsOfPercent(part: Decimal, whole: Decimal): number | null {
  const one = parseDecimal(part);
  const all = parseDecimal(whole);
  const scale = Math.max(one.scale, all.scale);
  const denominator = atScale(all, scale);
  if (denominator === 0n) return null;
  return Number((atScale(one, scale) * 10_000n) / denominator);
}

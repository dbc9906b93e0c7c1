import { type Decimal, isDecimal, NO_CURRENCY, parseDecimal, toDecimal } from './money';

/** How numbers and dates are written: as the person said, before that as the browser does. */
let locale = typeof navigator === 'undefined' ? 'en' : navigator.language;
let timeZone: string | undefined;

/** Formatters are made once per shape: making one per cell is 40 times slower. */
const formats = new Map<string, unknown>();

export function writeAs(spoken: { readonly locale: string; readonly timeZone: string }): void {
  if (locale === spoken.locale && timeZone === spoken.timeZone) return;
  locale = spoken.locale;
  timeZone = spoken.timeZone;
  formats.clear();
}

function known<T>(key: string, make: () => T): T {
  const before = formats.get(key) as T | undefined;
  if (before) return before;
  const made = make();
  formats.set(key, made);
  return made;
}

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return known(JSON.stringify(options), () => new Intl.NumberFormat(locale, options));
}

/** Exact at any length: the text goes into the formatter as text. */
export function formatDecimal(value: Decimal, options: { sign?: boolean } = {}): string {
  const { scale } = parseDecimal(value);
  return numberFormat({
    minimumFractionDigits: scale,
    maximumFractionDigits: scale,
    signDisplay: options.sign ? 'exceptZero' : 'auto',
  }).format(value as `${number}`);
}

/** Money: nobody writes 4,713.2, whatever decimals the currency has. */
export function formatAmount(value: Decimal, options: { sign?: boolean } = {}): string {
  const { scale } = parseDecimal(value);
  return formatDecimal(scale === 1 ? `${value}0` : value, options);
}

const GROUPED = /^\d{1,3}(?:,\d{3})+$/;
/** Where lakhs are written, groups of two stand before the last three, too. */
const GROUPED_WITH_LAKHS = /^(?:\d{1,2}(?:,\d{2})*,\d{3}|\d{1,3}(?:,\d{3})+)$/;

/**
 * What somebody typed, as they write numbers: 1.234 is one thousand and more where dots group, a
 * little more than one elsewhere. What is no number comes back as it is.
 */
export function readDecimal(typed: string): Decimal {
  const { mark, other, grouped } = writing();
  const text = latin(typed)
    .replaceAll(/[\s\u00a0\u202f\u061c'’]/g, '')
    .replace('−', '-');
  const [whole = '', ...rest] = text.split(mark);
  const isGrouped = grouped?.test(whole.replace(/^[+-]/, '').replaceAll(other, ','));
  const read =
    rest.length > 0 || isGrouped
      ? [whole.replaceAll(other, ''), ...rest].join('.')
      : text.replace(other, '.');
  return isDecimal(read) ? read : typed.trim();
}

/** Digits and marks of other scripts as Latin ones: ١٬٢٣٤٫٥٠ is 1,234.50. */
function latin(typed: string): string {
  const digits = [...numberFormat({ useGrouping: false }).format(9876543210)].reverse();
  return [...typed]
    .map((each) => (digits.includes(each) ? String(digits.indexOf(each)) : each))
    .join('')
    .replaceAll('٫', '.')
    .replaceAll('٬', ',');
}

interface Writing {
  readonly mark: '.' | ',';
  readonly other: '.' | ',';
  /** The shape of a whole number in groups; none where neither dot nor comma groups. */
  readonly grouped: RegExp | undefined;
}

/** How the person writes numbers; money is grouped by dots where numbers are not (de-AT). */
function writing(): Writing {
  const parts = numberFormat({}).formatToParts(-1234567.5);
  const money = numberFormat({ style: 'currency', currency: 'EUR' }).formatToParts(-1234567.5);
  const isComma = parts.some(({ type, value }) => type === 'decimal' && value === ',');
  const [mark, other] = isComma ? ([',', '.'] as const) : (['.', ','] as const);
  const groups = parts.filter(({ type }) => type === 'integer');
  const shape = groups[1]?.value.length === 2 ? GROUPED_WITH_LAKHS : GROUPED;
  const groupsBy = [...parts, ...money].filter(({ type }) => type === 'group');
  const isOther = groupsBy.some(({ value }) => latin(value) === other);
  return { mark, other, grouped: isOther ? shape : undefined };
}

export function formatCount(value: number): string {
  return numberFormat({ maximumFractionDigits: 0 }).format(value);
}

/** A count that is not exact: three digits of it are enough. */
export function formatEstimate(value: number): string {
  return numberFormat({ maximumSignificantDigits: 3 }).format(value);
}

/** A count that must stay short: 412k. */
export function formatRoundCount(value: number): string {
  return numberFormat({ notation: 'compact', maximumSignificantDigits: 3 }).format(value);
}

export function formatBytes(bytes: number): string {
  const power = bytes < 1e3 ? 0 : bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3;
  return numberFormat({
    style: 'unit',
    unit: (['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const)[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumSignificantDigits: 3,
  }).format(bytes / 1e3 ** power);
}

/** A percentage as the server writes it: 99.6 is 99.6%. Without a whole there is a dash. */
export function formatPercent(percent: Decimal | null): string {
  if (percent === null) return '–';
  const { units, scale } = parseDecimal(percent);
  const share = toDecimal({ units, scale: scale + 2 });
  return numberFormat({
    style: 'percent',
    minimumFractionDigits: scale,
    maximumFractionDigits: scale,
  }).format(share as `${number}`);
}

/** From hundredths of a percent: 9963 is 99.63%. */
export function formatHundredths(hundredths: number): string {
  return formatPercent(toDecimal({ units: BigInt(hundredths), scale: 2 }));
}

/** Data without a currency shows none. */
export function formatCurrency(currency: string): string {
  return currency === NO_CURRENCY ? '' : currency;
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return known(`date ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));
}

/** A business date has no time zone. */
export function formatDay(isoDay: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(isoDay)
    ? dateFormat({ dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${isoDay}T00:00:00Z`))
    : isoDay;
}

/** An instant, in the time zone of the person. */
export function formatInstant(isoInstant: string): string {
  const options = { dateStyle: 'medium', timeStyle: 'medium', timeZone } as const;
  return dateFormat(options).format(new Date(isoInstant));
}

const AGO: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export function formatAgo(isoInstant: string, nowMillis: number): string {
  const seconds = Math.round((new Date(isoInstant).getTime() - nowMillis) / 1000);
  const format = known('ago', () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  for (const [unit, length] of AGO) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return 'just now';
}

export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${numberFormat({ maximumFractionDigits: 1 }).format(seconds)} s`;
  const whole = Math.round(seconds);
  if (whole < 120) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

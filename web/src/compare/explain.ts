import type { Condition, Distance, Evidence, RuleChange, Taken, WhyNot } from '../api/types';
import {
  formatAmount,
  formatCount,
  formatCurrency,
  formatDecimal,
  formatHundredths,
} from '../ui/format';
import { absolute, isDecimal, isZero, type Money, subtractDecimals } from '../ui/money';
import { fieldLabel, matchLabel } from '../ui/vocabulary';

/** Explanations in the words and numbers of the reader. */

/** How far two entries are from what is asked; the server's words where nothing is measured. */
export function conditionWords({ distance, text, holds }: Worded): string {
  if (distance === null) return text;
  switch (distance.type) {
    case 'amount':
      return amountWords(distance, holds);
    case 'days':
      return daysWords(distance, holds);
    case 'seconds':
    case 'characters':
      return text;
  }
}

interface Worded {
  readonly distance: Distance;
  readonly text: string;
  readonly holds: boolean;
}

type Measured<T extends string> = Extract<Distance, { readonly type: T }>;

function amountWords({ apart, allowed }: Measured<'amount'>, holds: boolean): string {
  if (isZero(apart.value)) return 'the same amount';
  if (isZero(allowed.value)) return `the amounts are ${money(apart)} apart, and must be equal`;
  const facts = `the amounts are ${money(apart)} apart, ${money(allowed)} allowed`;
  if (holds) return facts;
  const over = { ...apart, value: subtractDecimals(apart.value, allowed.value) };
  return `${money(over)} over tolerance: ${facts}`;
}

function daysWords({ days, allowed, calendar }: Measured<'days'>, holds: boolean): string {
  if (days === 0) return 'the same day';
  const business = calendar === null ? '' : `business days of ${calendar}, `;
  const apart = `${count(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
  const facts = `the right is ${apart}, ${business}${formatCount(allowed)} allowed`;
  return holds ? facts : `missed by ${count(Math.abs(days) - allowed, 'day')}: ${facts}`;
}

function money({ currency, value }: Money): string {
  return `${formatCurrency(currency)} ${formatAmount(value)}`.trim();
}

/** What came nearest to matching, in one line. */
export function whyNotWords(whyNot: WhyNot): string {
  const { field, failing } = whyNot;
  const words = conditionWords({ ...whyNot, holds: field === null });
  const more = failing > 1 ? ` (and ${failing - 1} more)` : '';
  return `${words}${more}`;
}

/** A condition that holds or does not. */
export function heldWords(condition: Condition): string {
  return conditionWords(condition);
}

/**
 * What a field says; amounts as the reader writes them. Amounts of two currencies come with their
 * currencies, and the text says what the one is in the other.
 */
export function evidenceWords({ field, left, right, text }: Evidence): string {
  if (field !== 'amount' || left === null || right === null) return text;
  if (!isDecimal(left) || !isDecimal(right)) return text;
  const apart = subtractDecimals(left, right);
  const sums = text.startsWith('added up') ? 'added up ' : '';
  if (isZero(apart)) return `${sums}the same amount`;
  const direction = apart.startsWith('-') ? 'less' : 'more';
  return `${sums}the left is ${formatAmount(absolute(apart))} ${direction}`;
}

/** Who took a candidate, and by how much. */
export function takenWords({ number, pass, byHand, lines, lead, field }: Taken): string {
  const by = byHand ? 'by hand' : `by ${pass}`;
  if (lines.length === 0) {
    return `Taken ${by} for others of its own side in ${matchLabel(number)}.`;
  }
  const score =
    lead === 0
      ? 'the evidence is the same'
      : `${formatScore(Math.abs(lead))} ${lead > 0 ? 'more' : 'less'} evidence`;
  const because = field === null ? '' : `, first the ${fieldLabel(field).toLowerCase()}`;
  return `Taken ${by} for ${lineWords(lines)} in ${matchLabel(number)}: ${score}${because}.`;
}

const LINES_SHOWN = 3;

function lineWords(lines: readonly number[]): string {
  const shown = lines.slice(0, LINES_SHOWN).map(formatCount).join(', ');
  const more = lines.length - LINES_SHOWN;
  const rest = more > 0 ? ` and ${formatCount(more)} more` : '';
  return `${lines.length === 1 ? 'line' : 'lines'} ${shown}${rest}`;
}

/** What a change of the rules would match. */
export function changeWords({ candidate, others }: RuleChange): string {
  const then = `Then candidate ${candidate} matches`;
  if (others === null) return `${then}; how many others was not counted.`;
  if (others === 0) return `${then}, and no other open entry.`;
  return `${then}, and ${count(others, 'other open entry', 'other open entries')} too.`;
}

function count(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

/** A sum of evidence with its sign, to one decimal. */
export function formatScore(score: number): string {
  return formatDecimal(score.toFixed(1));
}

export function formatSigned(score: number): string {
  return formatDecimal(score.toFixed(1), { sign: true });
}

/** A probability, never rounded up, and never down to nothing. */
export function formatConfidence(confidence: number): string {
  const hundredths = Math.floor(confidence * 10_000 + 1e-6);
  return hundredths === 0 ? `<${formatHundredths(1)}` : formatHundredths(hundredths);
}

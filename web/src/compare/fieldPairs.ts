import type { BreakKind, Entry, Evidence, FieldDifference, FieldValue } from '../api/types';
import { isZero, subtractDecimals } from '../ui/money';

/**
 * How two values of a field stand to one another. `other` values are not the same, and nothing
 * says that they should be; `alone` has no counterpart.
 */
export type PairSign = 'differs' | 'near' | 'other' | 'alone' | 'same';

/** What the rules or the evidence say about two values that are not the same. */
export type Judge = (left: FieldValue, right: FieldValue) => 'differs' | 'near' | 'other';

export interface FieldPair {
  readonly field: string;
  readonly left: FieldValue | null;
  readonly right: FieldValue | null;
  readonly sign: PairSign;
}

const RANK: Record<PairSign, number> = { differs: 0, near: 1, other: 2, same: 3, alone: 4 };

/** The fields of two entries side by side, in rule order with the disagreeing ones first. */
export function fieldPairs(
  left: Entry | undefined,
  right: Entry | undefined,
  judge: Judge,
): FieldPair[] {
  const [lefts, rights] = [byField(left), byField(right)];
  const fields = [...new Set([...lefts.keys(), ...rights.keys()])];
  const pairs = fields.map((field): FieldPair => {
    const [one, other] = [lefts.get(field) ?? null, rights.get(field) ?? null];
    return { field, left: one, right: other, sign: signOf(one, other, judge) };
  });
  if (!left || !right) return pairs;
  return pairs
    .map((pair, at) => ({ pair, at }))
    .sort((one, other) => RANK[one.pair.sign] - RANK[other.pair.sign] || one.at - other.at)
    .map(({ pair }) => pair);
}

function byField(entry: Entry | undefined): Map<string, FieldValue> {
  if (!entry) return new Map();
  const fields = new Map(entry.fields.map((value) => [value.field, value]));
  const { value } = entry.amount;
  // Entries of a table without amounts come to nothing, which is no field of theirs.
  if (!fields.has('amount') && !isZero(value)) {
    const amount: FieldValue = { field: 'amount', type: 'money', value, raw: null };
    return new Map([['amount', amount], ...fields]);
  }
  return fields;
}

function signOf(one: FieldValue | null, other: FieldValue | null, judge: Judge): PairSign {
  if (!one?.value || !other?.value) return 'alone';
  if (sameValue(one, other)) return 'same';
  return loosely(one.value) === loosely(other.value) ? 'near' : judge(one, other);
}

function sameValue(one: FieldValue, other: FieldValue): boolean {
  if (one.value === other.value) return true;
  if (one.type !== 'money' || other.type !== 'money') return false;
  return isZero(subtractDecimals(one.value ?? '0', other.value ?? '0'));
}

/** Case, spaces and punctuation aside; by way of upper case ß is ss. */
function loosely(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Free text is never the same on both sides; what matters in it has a field of its own. */
const FREE_TEXT = 'text';

/** The date of an entry; others are compared like any other field. */
const DATE = 'date';

/** Every difference counts: two entries of one side that should be the same. */
export const judgeStrictly: Judge = () => 'differs';

/**
 * Inside a match, its breaks say what matters; another difference is within what the rules accept,
 * or in a field that they do not compare.
 */
export function judgeByBreaks(
  kinds: readonly BreakKind[],
  differences: readonly FieldDifference[],
): Judge {
  const differing = new Set(differences.map(({ field }) => field));
  return ({ field, type }) => {
    const own = type === 'money' ? 'amount-differs' : field === DATE ? 'date-differs' : null;
    if (own) return kinds.includes(own) ? 'differs' : 'near';
    if (field === FREE_TEXT || !kinds.includes('field-differs')) return 'other';
    return differing.has(field) ? 'differs' : 'other';
  };
}

/** For a candidate, the evidence speaks field by field. */
export function judgeByEvidence(evidence: readonly Evidence[]): Judge {
  const weights = new Map(evidence.map(({ field, weight }) => [field, weight]));
  return ({ field }) => {
    const weight = weights.get(field);
    if (weight === undefined || field === FREE_TEXT) return 'other';
    return weight > 0 ? 'near' : 'differs';
  };
}

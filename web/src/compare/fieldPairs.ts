import type { Entry, FieldValue } from '../api/types';
import { isZero, subtractDecimals } from '../ui/money';

/** How two values of a field stand to one another: `≠`, `≈`, `=`; none where one is missing. */
export type PairSign = 'differs' | 'near' | 'same' | 'alone';

export interface FieldPair {
  readonly field: string;
  readonly left: FieldValue | null;
  readonly right: FieldValue | null;
  readonly sign: PairSign;
}

const RANK: Record<PairSign, number> = { differs: 0, near: 1, alone: 2, same: 3 };

/**
 * The fields of two entries side by side, in rule order with the disagreeing ones first.
 * `tolerated` are the fields whose difference the rules accept.
 */
export function fieldPairs(
  left: Entry | undefined,
  right: Entry | undefined,
  tolerated: ReadonlySet<string> = new Set(),
): FieldPair[] {
  const [lefts, rights] = [byField(left), byField(right)];
  const fields = [...new Set([...lefts.keys(), ...rights.keys()])];
  const pairs = fields.map((field): FieldPair => {
    const [one, other] = [lefts.get(field) ?? null, rights.get(field) ?? null];
    return { field, left: one, right: other, sign: signOf(one, other, tolerated.has(field)) };
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
  if (!fields.has('amount')) {
    const { value } = entry.amount;
    const amount: FieldValue = { field: 'amount', type: 'money', value, raw: null };
    return new Map([['amount', amount], ...fields]);
  }
  return fields;
}

function signOf(one: FieldValue | null, other: FieldValue | null, tolerated: boolean): PairSign {
  if (!one?.value || !other?.value) return 'alone';
  if (sameValue(one, other)) return 'same';
  return tolerated || loosely(one.value) === loosely(other.value) ? 'near' : 'differs';
}

function sameValue(one: FieldValue, other: FieldValue): boolean {
  if (one.value === other.value) return true;
  if (one.type !== 'money' || other.type !== 'money') return false;
  return isZero(subtractDecimals(one.value ?? '0', other.value ?? '0'));
}

/** Case, spaces and punctuation aside. */
function loosely(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

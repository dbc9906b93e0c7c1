import { expect, test } from 'vitest';
import type { Candidate, Entry, Taken } from '../src/api/types';
import { chosenCandidate } from '../src/breaks/candidates';
import { fieldPairs, judgeByBreaks, judgeByEvidence } from '../src/compare/fieldPairs';

function entry(side: 'left' | 'right', values: Record<string, string>): Entry {
  const fields = Object.entries(values).map(([field, value]) => {
    const dated = field === 'date' || field === 'departure';
    const type = field === 'amount' ? 'money' : dated ? 'date' : 'text';
    return { field, type, value, raw: value } as const;
  });
  return {
    side,
    line: 1,
    amount: { currency: 'EUR', value: values.amount ?? '0' },
    fields,
    raw: '',
  };
}

function candidate(rank: number, confidence: number, taken: Taken | null = null): Candidate {
  const nothing = { evidence: [], whyNot: [], nearest: null, score: 0 };
  return { rank, confidence, taken, entry: entry('right', {}), ...nothing };
}

const TAKEN: Taken = {
  matchId: 'x.88',
  number: 88,
  pass: 'exact',
  byHand: false,
  lines: [7],
  lead: 10.4,
  field: 'reference',
  text: '',
};

const LEFT = entry('left', {
  reference: 'INV-2019',
  amount: '1204.5',
  date: '2026-10-03',
  party: 'Acme GmbH',
  text: 'Payment',
});

test('what differs stands first, then what is near, then the rest in rule order', () => {
  const right = entry('right', {
    reference: 'INV-2091',
    amount: '1204.50',
    date: '2026-10-05',
    party: 'ACME GMBH',
    text: 'SEPA',
  });
  const difference = { field: 'reference', left: 'INV-2019', right: 'INV-2091', text: '' };
  const pairs = fieldPairs(LEFT, right, judgeByBreaks(['field-differs'], [difference]));
  expect(pairs.map(({ field, sign }) => [field, sign])).toEqual([
    ['reference', 'differs'],
    ['date', 'near'],
    ['party', 'near'],
    ['text', 'other'],
    ['amount', 'same'],
  ]);
});

test('for a candidate the evidence says what a difference means', () => {
  const right = entry('right', { reference: 'X-1', party: 'Other', date: '2026-10-05' });
  const judge = judgeByEvidence([
    { field: 'reference', left: null, right: null, weight: -4, text: '' },
    { field: 'date', left: null, right: null, weight: 2, text: '' },
  ]);
  const signs = new Map(fieldPairs(LEFT, right, judge).map(({ field, sign }) => [field, sign]));
  expect(signs.get('reference')).toBe('differs');
  expect(signs.get('date')).toBe('near');
  expect(signs.get('party')).toBe('other');
  expect(signs.get('text')).toBe('alone');
});

test('a single entry keeps the order of its fields', () => {
  const pairs = fieldPairs(LEFT, undefined, judgeByEvidence([]));
  expect(pairs.map(({ field }) => field)).toEqual(LEFT.fields.map(({ field }) => field));
});

test('only a likely candidate is chosen by itself; a picked one always is', () => {
  const weak = [candidate(1, 0.4), candidate(2, 0.2)];
  expect(chosenCandidate(weak, undefined)).toBeUndefined();
  expect(chosenCandidate(weak, 2)?.rank).toBe(2);
  expect(chosenCandidate([candidate(1, 0.9)], undefined)?.rank).toBe(1);
  expect(chosenCandidate([candidate(1, 0.9, TAKEN)], undefined)).toBeUndefined();
  expect(chosenCandidate([], 1)).toBeUndefined();
});

test('inside a match, what no break is about is within the rules', () => {
  const right = entry('right', { reference: 'INV-2019', amount: '1204.40', date: '2026-10-05' });
  const all = ['amount', 'date'].map((field) => ({ field, left: null, right: null, text: '' }));
  const pairs = fieldPairs(LEFT, right, judgeByBreaks(['amount-differs'], all));
  const signs = new Map(pairs.map(({ field, sign }) => [field, sign]));
  expect(signs.get('amount')).toBe('differs');
  expect(signs.get('date')).toBe('near');
});

test('a date beside that of the entry is compared like any other field', () => {
  const left = entry('left', { date: '2026-10-04', departure: '2026-10-06' });
  const right = entry('right', { date: '2026-10-04', departure: '2026-10-07' });
  const differs = [{ field: 'departure', left: null, right: null, text: '' }];
  const pairs = fieldPairs(left, right, judgeByBreaks(['field-differs'], differs));
  expect(pairs.map(({ field, sign }) => [field, sign])).toEqual([
    ['departure', 'differs'],
    ['date', 'same'],
  ]);
});

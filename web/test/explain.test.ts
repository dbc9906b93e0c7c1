import { expect, test } from 'vitest';
import type { Distance, Taken } from '../src/api/types';
import {
  changeWords,
  conditionWords,
  evidenceWords,
  formatConfidence,
  takenWords,
  whyNotWords,
} from '../src/compare/explain';

const euro = (value: string) => ({ currency: 'EUR', value });
const missed = (distance: Distance) => conditionWords({ distance, text: 'as told', holds: false });

test('an amount that is too far says by how much it is over', () => {
  const distance = { type: 'amount', apart: euro('1234.50'), allowed: euro('1000.00') } as const;
  expect(missed(distance)).toBe(
    'EUR 234.50 over tolerance: the amounts are EUR 1,234.50 apart, EUR 1,000.00 allowed',
  );
});

test('an amount that must be equal says so', () => {
  const distance = { type: 'amount', apart: euro('0.10'), allowed: euro('0.00') } as const;
  expect(missed(distance)).toBe('the amounts are EUR 0.10 apart, and must be equal');
});

test('a date says which way it is missed, and in whose business days', () => {
  const days = { type: 'days', days: -3, allowed: 2, calendar: null } as const;
  expect(missed(days)).toBe('missed by 1 day: the right is 3 days earlier, 2 allowed');
  expect(missed({ ...days, days: 4, calendar: 'TARGET' })).toBe(
    'missed by 2 days: the right is 4 days later, business days of TARGET, 2 allowed',
  );
});

test('what cannot be measured is said as the server says it', () => {
  expect(missed(null)).toBe('as told');
  expect(missed({ type: 'seconds', seconds: 29, allowed: 10, next: 180 })).toBe('as told');
});

test('a pass that failed in several conditions says how many more', () => {
  const whyNot = { pass: 'near', failing: 3, field: 'text', text: 'differs', distance: null };
  expect(whyNotWords(whyNot)).toBe('differs (and 2 more)');
});

test('evidence about amounts is written as the reader writes them', () => {
  const amount = { field: 'amount', left: '-3880.97', right: '-3877.93', weight: 4.7, text: '' };
  expect(evidenceWords(amount)).toBe('the left is 3.04 less');
  expect(evidenceWords({ ...amount, left: '12345.00', right: '0.00' })).toBe(
    'the left is 12,345.00 more',
  );
  expect(evidenceWords({ ...amount, field: 'date', text: 'the same day' })).toBe('the same day');
  const converted = { ...amount, left: 'EUR 92.00', right: 'USD 100.00', text: 'as the rate says' };
  expect(evidenceWords(converted)).toBe('as the rate says');
});

test('a taken candidate names the match, its lines and the lead', () => {
  const taken: Taken = {
    matchId: 'x.88',
    number: 88,
    pass: 'exact',
    byHand: false,
    lines: [7, 8, 9, 1200],
    lead: 10.4,
    field: 'reference',
    text: '',
  };
  expect(takenWords(taken)).toBe(
    'Taken by exact for lines 7, 8, 9 and 1 more in M-88: 10.4 more evidence, first the reference.',
  );
  expect(takenWords({ ...taken, byHand: true, lines: [7], lead: 0, field: null })).toBe(
    'Taken by hand for line 7 in M-88: the evidence is the same.',
  );
});

test('a change of the rules says how far it reaches', () => {
  const change = { candidate: 1, text: '', others: 0, rules: '' };
  expect(changeWords(change)).toBe('Then candidate 1 matches, and no other open entry.');
  expect(changeWords({ ...change, others: 1 })).toContain('1 other open entry too');
  expect(changeWords({ ...change, others: 1200 })).toContain('1,200 other open entries too');
  expect(changeWords({ ...change, others: null })).toContain('was not counted');
});

test('a probability is never rounded down to nothing', () => {
  expect(formatConfidence(0.0001)).toBe('0.01%');
  expect(formatConfidence(0.00009)).toBe('<0.01%');
});

test('a probability is never rounded up to certainty', () => {
  expect(formatConfidence(0.99999)).toBe('99.99%');
  expect(formatConfidence(1)).toBe('100.00%');
  expect(formatConfidence(0.57)).toBe('57.00%');
});

import { expect, test } from 'vitest';
import type { CurrencyProof, RunSummary } from '../src/api/types';
import { type ProgressSample, secondsLeft, withSample } from '../src/run/eta';
import { addsUp } from '../src/run/proof';
import { segmentsByCount, segmentsByValue } from '../src/run/segments';

function samples(...progress: readonly (readonly [number, number])[]): ProgressSample[] {
  return progress.reduce<ProgressSample[]>((all, [atMillis, value]) => {
    return withSample(all, { atMillis, progress: value });
  }, []);
}

test('there is no estimate before two seconds of a stable pace', () => {
  expect(secondsLeft(samples([0, 0.1], [1000, 0.2]))).toBeNull();
  expect(secondsLeft(samples([0, 0.1], [1000, 0.2], [2000, 0.6]))).toBeNull();
});

test('a stable pace gives the seconds that are left', () => {
  const left = secondsLeft(samples([0, 0.1], [1000, 0.2], [2000, 0.3], [3000, 0.4]));
  expect(left).toBeCloseTo(6, 5);
});

test('progress that falls back starts again', () => {
  expect(samples([0, 0.5], [1000, 0.1])).toHaveLength(1);
});

const PROOF: CurrencyProof = {
  currency: 'EUR',
  left: '10204411.09',
  right: '9791530.99',
  difference: '412880.10',
  matchDifferences: '112.10',
  converted: '0.00',
  openLeft: '500000.00',
  openRight: '87232.00',
  excluded: '0.00',
  holds: true,
};

test('a proof that adds up does', () => {
  expect(addsUp(PROOF)).toBe(true);
});

test('what matches count in another currency has its place in the proof', () => {
  const moved = { ...PROOF, matchDifferences: '102.10', converted: '10.00' };
  expect(addsUp(moved)).toBe(true);
  expect(addsUp({ ...moved, converted: '10.01' })).toBe(false);
});

test('a proof that is a cent off does not, whatever it says of itself', () => {
  expect(addsUp({ ...PROOF, openLeft: '500000.01' })).toBe(false);
  expect(addsUp({ ...PROOF, difference: '412880.11' })).toBe(false);
});

const SUMMARY = {
  byStatus: [
    { status: 'open', leftEntries: 1, rightEntries: 0, values: [] },
    { status: 'matched', leftEntries: 98, rightEntries: 98, values: [] },
    {
      status: 'suggested',
      leftEntries: 1,
      rightEntries: 2,
      values: [{ currency: 'EUR', value: '1.00' }],
    },
  ],
  byPass: [
    {
      pass: 'reference-amount',
      kind: 'exact',
      status: 'matched',
      matches: 98,
      leftEntries: 98,
      rightEntries: 98,
      values: [{ currency: 'EUR', value: '99.00' }],
    },
  ],
} as unknown as RunSummary;

test('the pieces of a bar are the passes, then suggested, then open', () => {
  const segments = segmentsByCount(SUMMARY);
  expect(segments.map(({ id, amount }) => [id, amount])).toEqual([
    ['reference-amount', '196'],
    ['suggested', '3'],
    ['open', '1'],
  ]);
  expect(segments[0]?.share).toBe(9800);
});

test('the bar of a value adds only its currency', () => {
  expect(segmentsByValue(SUMMARY, 'EUR').map(({ share }) => share)).toEqual([9900, 100, 0]);
});

import { expect, test } from 'vitest';
import { diffValues, type Piece } from '../src/ui/diff';

/** Puts what differs in brackets. */
function marked(pieces: readonly Piece[]): string {
  return pieces.map(({ text, same }) => (same ? text : `[${text}]`)).join('');
}

function both(left: string, right: string): string[] {
  const diff = diffValues(left, right);
  return [marked(diff.left), marked(diff.right)];
}

test('one digit that differs is the one that is marked', () => {
  expect(both('1,204.50', '1,204.40')).toEqual(['1,204.[5]0', '1,204.[4]0']);
});

test('what is only on one side is marked there', () => {
  expect(both('ACME GmbH', 'ACME')).toEqual(['ACME[ GmbH]', 'ACME']);
});

test('upper and lower case are the same', () => {
  expect(both('Acme GmbH', 'ACME GMBH')).toEqual(['Acme GmbH', 'ACME GMBH']);
});

test('digits that changed places are marked', () => {
  expect(both('INV-2019', 'INV-2091')).toEqual(['INV-20[19]', 'INV-20[91]']);
});

test('equal values have no mark, empty ones neither', () => {
  expect(both('same', 'same')).toEqual(['same', 'same']);
  expect(both('', '')).toEqual(['', '']);
});

test('the pieces put together are the value, whatever the values are', () => {
  let seed = 7;
  const letter = () => {
    seed = (seed * 48271) % 2147483647;
    return 'abcdeAB12 ñß€'[seed % 13] ?? '';
  };
  for (let round = 0; round < 300; round++) {
    const left = Array.from({ length: round % 40 }, letter).join('');
    const right = Array.from({ length: (round * 7) % 40 }, letter).join('');
    const diff = diffValues(left, right);
    expect(diff.left.map(({ text }) => text).join('')).toBe(left);
    expect(diff.right.map(({ text }) => text).join('')).toBe(right);
  }
});

test('values with little in common are not alike', () => {
  expect(diffValues('Payment of invoice', 'SEPA 4711').alike).toBe(false);
  expect(diffValues('INV-202610431', 'INV-202610413').alike).toBe(true);
});

test('very long values still come back whole', () => {
  const [left, right] = ['x'.repeat(5000), `${'y'.repeat(5000)}x`];
  const diff = diffValues(left, right);
  expect(diff.left.map(({ text }) => text).join('')).toBe(left);
  expect(diff.right.map(({ text }) => text).join('')).toBe(right);
});

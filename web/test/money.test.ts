import { expect, test } from 'vitest';
import {
  addDecimals,
  compareDecimals,
  hundredthsOfPercent,
  negate,
  subtractDecimals,
  sumByCurrency,
} from '../src/ui/money';

test('sums are exact where floating point is not', () => {
  expect(addDecimals(['0.10', '0.20'])).toBe('0.30');
  expect(addDecimals(['9007199254740993.01', '0.01'])).toBe('9007199254740993.02');
});

test('sums keep the finest scale', () => {
  expect(addDecimals(['1', '0.005', '-0.10'])).toBe('0.905');
  expect(addDecimals([])).toBe('0');
});

test('a difference may be below zero', () => {
  expect(subtractDecimals('1204.40', '1204.50')).toBe('-0.10');
  expect(negate('-0.10')).toBe('0.10');
});

test('a comparison looks at the value, not at the digits', () => {
  expect(compareDecimals('9.5', '10')).toBe(-1);
  expect(compareDecimals('1.50', '1.5')).toBe(0);
});

test('currencies are never added to one another', () => {
  const sums = sumByCurrency([
    { currency: 'USD', value: '1.00' },
    { currency: 'EUR', value: '2.00' },
    { currency: 'USD', value: '0.50' },
  ]);
  expect(sums).toEqual([
    { currency: 'EUR', value: '2.00' },
    { currency: 'USD', value: '1.50' },
  ]);
});

test('a share is cut, so that only all of it is 100.00', () => {
  expect(hundredthsOfPercent('99999.99', '100000.00')).toBe(9999);
  expect(hundredthsOfPercent('100000', '100000.00')).toBe(10_000);
  expect(hundredthsOfPercent('1', '0')).toBeNull();
});

test('what is no decimal is refused', () => {
  expect(() => addDecimals(['1,5'])).toThrow(RangeError);
});

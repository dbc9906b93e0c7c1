import { expect, test } from 'vitest';
import { readLimits, writeLimits } from '../src/reconciliation/limits';
import { writeAs } from '../src/ui/format';

test('limits are read as they are written, one a line', () => {
  const limits = readLimits(' eur 1000.00\n\nJPY  250000 ');

  expect(limits).toEqual([
    { currency: 'EUR', value: '1000.00' },
    { currency: 'JPY', value: '250000' },
  ]);
  expect(readLimits(writeLimits(limits))).toEqual(limits);
  writeAs({ locale: 'de-DE', timeZone: 'Europe/Berlin' });
  expect(writeLimits(limits)).toBe('EUR 1.000,00\nJPY 250.000');
  expect(readLimits(writeLimits(limits))).toEqual(limits);
  writeAs({ locale: 'ar-EG', timeZone: 'Africa/Cairo' });
  expect(readLimits(writeLimits(limits))).toEqual(limits);
  writeAs({ locale: 'en-GB', timeZone: 'UTC' });
});

test('what is no amount goes to the server as it is, which says what is wrong', () => {
  expect(readLimits('EUR')).toEqual([{ currency: 'EUR', value: '' }]);
});

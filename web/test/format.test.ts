import { expect, test } from 'vitest';
import { localeOptions } from '../src/profile/locales';
import {
  formatAgo,
  formatAmount,
  formatDay,
  formatDecimal,
  formatHundredths,
  formatPercent,
  formatSeconds,
  readDecimal,
  writeAs,
} from '../src/ui/format';

const NOW = Date.UTC(2026, 9, 31, 12);

test('a decimal is written exactly at any length', () => {
  expect(formatDecimal('90071992547409931234.05')).toBe('90,071,992,547,409,931,234.05');
});

test('a decimal keeps the digits that it has', () => {
  expect(formatDecimal('1204.50')).toBe('1,204.50');
  expect(formatDecimal('1204')).toBe('1,204');
  expect(formatDecimal('-0.005')).toBe('-0.005');
});

test('a sign is text', () => {
  expect(formatDecimal('0.10', { sign: true })).toBe('+0.10');
  expect(formatDecimal('0.00', { sign: true })).toBe('0.00');
});

test('a percentage keeps its decimals and is never rounded up; no whole is a dash', () => {
  expect(formatHundredths(9999)).toBe('99.99%');
  expect(formatHundredths(10_000)).toBe('100.00%');
  expect(formatHundredths(5)).toBe('0.05%');
  expect(formatPercent('97.9')).toBe('97.9%');
  expect(formatPercent('7')).toBe('7%');
  expect(formatPercent(null)).toBe('–');
});

test('numbers, percentages and days are written as the reader wants', () => {
  writeAs({ locale: 'de-DE', timeZone: 'Europe/Berlin' });
  expect(formatDecimal('-1204.50')).toBe('-1.204,50');
  expect(formatPercent('95.00')).toBe('95,00\u00a0%');
  expect(formatDay('2026-10-03')).toBe('03.10.2026');
  writeAs({ locale: 'en-GB', timeZone: 'UTC' });
});

test('a moment is told by how long ago it was', () => {
  expect(formatAgo('2026-10-31T11:59:40Z', NOW)).toBe('just now');
  expect(formatAgo('2026-10-31T11:20:00Z', NOW)).toBe('40 minutes ago');
  expect(formatAgo('2026-10-29T11:00:00Z', NOW)).toBe('2 days ago');
});

test('what is typed is read as its writer writes numbers', () => {
  const read = (locale: string, typed: string) => {
    writeAs({ locale, timeZone: 'UTC' });
    return readDecimal(typed);
  };
  expect(read('de-DE', '1.234')).toBe('1234');
  expect(read('de-DE', '1.234.567,50')).toBe('1234567.50');
  expect(read('de-DE', '-12,5')).toBe('-12.5');
  expect(read('de-DE', '12.5')).toBe('12.5');
  expect(read('fr-FR', '1\u202f234,5')).toBe('1234.5');
  expect(read('de-CH', '1’234.50')).toBe('1234.50');
  expect(read('en-GB', '1,234')).toBe('1234');
  expect(read('en-GB', '1,234.50')).toBe('1234.50');
  expect(read('en-GB', '1.234')).toBe('1.234');
  expect(read('en-GB', '12,5')).toBe('12.5');
  expect(read('en-GB', ' twelve ')).toBe('twelve');
  expect(read('en-GB', '1,2,3')).toBe('1,2,3');
});

test('what is written is read again, in every way of writing that is offered', () => {
  for (const [locale] of localeOptions('en-GB')) {
    writeAs({ locale, timeZone: 'UTC' });
    for (const value of ['12500', '100000', '100000.00', '-1234567.50', '12.5', '0.005']) {
      expect([locale, readDecimal(formatDecimal(value))]).toEqual([locale, value]);
    }
    expect([locale, readDecimal(formatAmount('12.5'))]).toEqual([locale, '12.50']);
  }
  writeAs({ locale: 'en-GB', timeZone: 'UTC' });
});

test('a dot makes a thousand only where dots group; lakhs are read where they are written', () => {
  const read = (locale: string, typed: string) => {
    writeAs({ locale, timeZone: 'UTC' });
    return readDecimal(typed);
  };
  for (const locale of ['fr-FR', 'sv-SE', 'pl-PL', 'cs-CZ']) {
    expect([locale, read(locale, '12.500')]).toEqual([locale, '12.500']);
  }
  expect(read('fr-FR', '12.500,75')).toBe('12500.75');
  expect(read('de-AT', '12.500')).toBe('12500');
  expect(read('de-AT', '12 500')).toBe('12500');
  expect(read('en-IN', '1,00,000')).toBe('100000');
  expect(read('en-IN', '1,00,000.50')).toBe('100000.50');
  expect(read('en-IN', '100,000')).toBe('100000');
  expect(read('en-GB', '1,00,000')).toBe('1,00,000');
  expect(read('ar-EG', '١٠٠٬٠٠٠')).toBe('100000');
  expect(read('ar-EG', '100,000.50')).toBe('100000.50');
  writeAs({ locale: 'en-GB', timeZone: 'UTC' });
});

test('a time is rounded before it is told in minutes', () => {
  expect(formatSeconds(9.94)).toBe('9.9 s');
  expect(formatSeconds(9.96)).toBe('10 s');
  expect(formatSeconds(119.4)).toBe('119 s');
  expect(formatSeconds(119.6)).toBe('2 min 0 s');
  expect(formatSeconds(179.7)).toBe('3 min 0 s');
  expect(formatSeconds(200)).toBe('3 min 20 s');
});

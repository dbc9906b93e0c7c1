import { readFile } from 'node:fs/promises';
import { expectNoFault } from './axe';
import { drop, textFile } from './files';
import { expect, test } from './server';
import { reconcile } from './steps';

const LINES = Array.from({ length: 60 }, (_, at) => {
  const day = 10 + (at % 20);
  return `R-${1000 + at * 7},2026-10-${day},${100 + at * 3}.50,EUR,Customer ${at}`;
});
const HEAD = 'reference,date,amount,currency,party';
const LEFT = [HEAD, ...LINES, ''].join('\n');
const RIGHT = LEFT.replace('Customer 2\n', 'Client 2\n')
  .replace('109.50', 'much')
  .replace('Customer 7', '"Customer 7');

test('rejected lines go out, are mended, and come back as those lines', async ({ page }) => {
  const files = [textFile('ledger.csv', LEFT), textFile('bank.csv', RIGHT)];
  await reconcile(page, files, 'Mended');
  const rejected = page.getByRole('region', { name: 'Rejected lines 2' });
  await expect(rejected.getByText('much').first()).toBeVisible();
  await expectNoFault(page, 'rejected lines');

  const download = page.waitForEvent('download');
  await rejected.getByRole('button', { name: 'Download bank-rejected.csv' }).press('Enter');
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('bank-rejected.csv');
  const lines = await readFile(await saved.path(), 'utf8');
  expect(lines.split('\n')[0]).toBe(`recon_reason,${HEAD}`);

  const listed = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Download .*rejected_lines\.csv$/ }).press('Enter');
  const list = await readFile(await (await listed).path(), 'utf8');
  expect(list.split('\r\n')[0]).toBe('\uFEFFside,line,column,found,expected,detail,raw');
  expect(list).toContain("right,4,amount,'much',");

  const deliver = rejected.getByLabel('Deliver mended right lines');
  await deliver.setInputFiles(textFile('wrong.csv', RIGHT));
  await expect(rejected.getByText('the columns recon_reason')).toBeVisible();

  const mended = lines.replace(',much,', ',109.50,').replace('"Customer 7', 'Customer 7');
  await deliver.setInputFiles(textFile('mended.csv', mended));
  await expect(page.getByRole('heading', { name: 'Run #2' })).toBeVisible();
  await expect(page.getByText('Every line of both files became an entry.')).toBeVisible();
  await expect(page.getByText('bank-mended.csv').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Breaks by kind' })).not.toContainText('Missing');
});

test('sums in a report are no entries, and are told', async ({ page }) => {
  const month = (at: number) => (at < 30 ? '01' : '02');
  const line = (at: number) =>
    `${10 + (at % 20)}.${month(at)}.2026;RE-${1000 + at * 7};${100 + at * 3},50`;
  const at = Array.from({ length: 60 }, (_, n) => n);
  const sum = (from: number, to: number) =>
    `${at.slice(from, to).reduce((all, n) => all + 100.5 + n * 3, 0)},00`;
  const journal = [
    'Datum;Beleg;Betrag',
    ...at.slice(0, 30).map(line),
    `Summe 01/2026;;${sum(0, 30)}`,
    ...at.slice(30).map(line),
    `Summe 02/2026;;${sum(30, 60)}`,
    `Gesamt;;${sum(0, 60)}`,
  ];
  const bank = ['date,reference,amount'].concat(
    at.map((n) => `2026-${month(n)}-${10 + (n % 20)},RE-${1000 + n * 7},${100 + n * 3}.50`),
  );
  await page.goto('/new');
  await drop(page, [
    textFile('journal.csv', journal.join('\n')),
    textFile('bank.csv', bank.join('\n')),
  ]);
  await expect(page.getByText('sums of Betrag are no entries')).toBeVisible();
  await page.getByRole('button', { name: /^Run/ }).click();

  const rejected = page.getByRole('region', { name: 'Rejected lines 3' });
  await expect(rejected.getByText('the sum of 60 lines above')).toBeVisible();
  await expect(rejected.getByText('there is nothing to mend')).toHaveCount(3);
  await expect(page.getByText('Proven to the cent')).toBeVisible();
});

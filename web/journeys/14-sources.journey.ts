import { expectNoFault } from './axe';
import { drop, sample, textFile } from './files';
import { expect, test } from './server';

const HEAD = 'booking_date,amount,currency,bank_reference,text\n';
const RENT = '2026-10-01,-900.00,EUR,R-1,rent\n';
const COFFEE = '2026-10-13,-3.00,EUR,,coffee\n';
const FEE = '2026-10-20,-5.00,EUR,,fee of the month\n';

test('deliveries of a source build on one another, and drift is held', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(page.getByText('No source yet')).toBeVisible();
  await expectNoFault(page, 'no source');

  await page.keyboard.press('n');
  await page.getByLabel('Name').fill('Bank EUR 4410');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Bank EUR 4410' })).toBeVisible();
  await expect(page.getByText('Nothing delivered yet')).toBeVisible();

  const deliver = page.getByLabel('Deliver a file');
  await deliver.setInputFiles(textFile('october.csv', HEAD + RENT + COFFEE + COFFEE));
  await expect(page.getByText('Delivery 1 is taken.')).toBeVisible();
  await deliver.setInputFiles(textFile('more.csv', HEAD + COFFEE + COFFEE + COFFEE + FEE));
  await expect(page.getByText('2 entries are new, 2 were known')).toBeVisible();
  await deliver.setInputFiles(textFile('again.csv', HEAD + COFFEE + COFFEE + COFFEE + FEE));
  await expect(page.getByText('they are delivery 2')).toBeVisible();

  await deliver.setInputFiles(textFile('renamed.csv', HEAD.replace('amount', 'value') + RENT));
  await expect(page.getByText('Delivery 3 is held.')).toBeVisible();
  await expect(page.getByText('Column renamed: amount')).toBeVisible();
  await deliver.setInputFiles(textFile('letter.pdf', '%PDF-1.7 a letter'));
  await expect(page.getByText('Delivery 4 is refused.')).toBeVisible();
  await expectNoFault(page, 'a source');

  await page.getByRole('button', { name: 'Take #3' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Take #3' })).toBeHidden();

  await page.getByRole('button', { name: 'Change the cadence' }).press('Enter');
  await page.getByLabel('Calendar').fill('DE');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByText('every business day by 09:00 UTC, calendar DE')).toBeVisible();

  await page.getByRole('button', { name: 'Let it fetch' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Where it fetches from' });
  await dialog.getByLabel('Place').selectOption('database');
  await dialog.getByLabel('Host').fill('127.0.0.1');
  await dialog.getByLabel('Database', { exact: true }).fill('ledger');
  await dialog.getByLabel('User name').fill('reader');
  await dialog.getByLabel('Query').fill('SELECT 1');
  await dialog.getByLabel('Password').fill('heron sluice 41');
  await page.getByRole('button', { name: 'Try it' }).press('Enter');
  await expect(page.getByText('found the address 127.0.0.1, which is not public')).toBeVisible();
  await expectNoFault(page, 'a place');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByText('a query of ledger on 127.0.0.1 (postgresql)')).toBeVisible();
  await expect(page.getByText('The last look did not come to its end')).toBeVisible();
  await expect(page.getByText('heron sluice')).toBeHidden();
  await expectNoFault(page, 'a source that fetches');

  await page.getByRole('link', { name: 'All sources' }).press('Enter');
  const row = page.getByRole('row', { name: /Bank EUR 4410/ });
  await expect(row).toContainText('Refused');
  await expectNoFault(page, 'sources');
});

test('a reconciliation runs with the newest deliveries of its sources', async ({ page }) => {
  const [ledger, bank] = await sample();
  if (!ledger || !bank) throw new Error('The sample has two files');
  await page.goto('/sources');
  for (const name of ['Ledger of sales', 'Bank of sales']) {
    await expect(page.getByRole('heading', { name: 'Sources', level: 1 })).toBeVisible();
    await page.keyboard.press('n');
    await page.getByLabel('Name').fill(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name })).toBeVisible();
    await page.getByRole('link', { name: 'All sources' }).click();
  }
  await page.goto('/new');
  await drop(page, [ledger, bank]);
  await page.getByLabel('Left file is a delivery of').selectOption('Ledger of sales');
  await page.getByLabel('Right file is a delivery of').selectOption('Bank of sales');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText('Proven to the cent')).toBeVisible();

  await page.getByRole('button', { name: 'Where its sides come from' }).click();
  await expect(page.getByLabel('Left source')).toHaveValue(/.+/);
  await page.getByLabel('By itself, when both have delivered something new').check();
  await expectNoFault(page, 'where its sides come from');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Where its sides come from' }).click();
  await expect(page.getByLabel('By itself, when both have delivered something new')).toBeChecked();
  const before = page.url();
  await page.getByRole('button', { name: 'Run with the newest deliveries' }).click();
  await expect(page).not.toHaveURL(before);
  await expect(page.getByText('Proven to the cent')).toBeVisible();
});

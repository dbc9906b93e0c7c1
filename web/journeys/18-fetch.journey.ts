import type { Page } from '@playwright/test';
import { expectNoFault } from './axe';
import { setUp } from './door';
import { drop, sample, textFile } from './files';
import { expect, startServer, test } from './server';
import { type SftpServer, startSftp } from './sftp';

test('a source fetches from a server whose key was confirmed, and a run follows', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const [ledger = [], bank = []] = await linesOfSample();
  const sftp = await startSftp();
  const server = await startServer({ EGRESS_NETWORKS: '127.0.0.0/8' });
  try {
    await sftp.put('bank-october.csv', text(bank.slice(0, -3)));
    await sftp.put('letter.txt', 'not meant');
    const context = await browser.newContext({ locale: 'en-GB', baseURL: server.address });
    const page = await context.newPage();
    await setUp(page, server.setUpLink);
    await addSource(page, 'Ledger by SFTP');
    await addSource(page, 'Bank by SFTP');
    const dialog = await fillPlace(page, sftp, 'bank-*.csv');
    await expectNoFault(page, 'a host key to confirm');
    await dialog.getByRole('button', { name: 'It is the right key' }).press('Enter');
    const files = dialog.getByRole('list', { name: 'Files of the place' });
    await expect(files).toContainText('bank-october.csv');
    await expect(files).not.toContainText('letter.txt');
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');

    await expect(dialog).toBeHidden();
    await expect(page.getByText('1 new delivery')).toBeVisible();
    const fetched = page.getByRole('table', { name: 'Fetched files' });
    await expect(fetched.getByRole('row', { name: /october\.csv/ })).toContainText('delivery 1');

    const wide = await context.newPage();
    await runByItself(wide, text(ledger.slice(0, -2)), text(bank.slice(0, -3)));

    await sftp.put('bank-november.csv', text(bank));
    await page.getByRole('button', { name: 'Look now' }).press('Enter');
    await expect(fetched.getByRole('row', { name: /november\.csv/ })).toContainText('delivery 2');
    await expectNoFault(page, 'a source that has fetched');
    await expectNothingWider(page);

    // Nobody asks for the run: once the ledger has fetched, too, both have something new.
    await sftp.put('ledger-november.csv', text(ledger));
    await page.goto('/sources');
    await page.getByRole('link', { name: 'Ledger by SFTP' }).click();
    const other = await fillPlace(page, sftp, 'ledger-*.csv');
    await other.getByRole('button', { name: 'It is the right key' }).press('Enter');
    await expect(other.getByText('ledger-november.csv')).toBeVisible();
    await expect(wide.getByRole('row', { name: /#1/ })).toBeVisible();
    await other.getByRole('button', { name: 'Save' }).press('Enter');
    await expect(wide.getByRole('row', { name: /#2/ })).toBeVisible({ timeout: 60_000 });
    await context.close();
  } finally {
    await server.stop();
    await sftp.stop();
  }
});

/** The two files that the page offers, as lines; all that is delivered of them is UTF-8. */
async function linesOfSample() {
  const files = await sample();
  return files.map(({ buffer }) => buffer.toString('latin1').trimEnd().split(/\r?\n/));
}

const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;

async function addSource(page: Page, name: string) {
  await page.goto('/sources');
  await page.getByRole('heading', { name: 'Sources', level: 1 }).waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name }).waitFor();
}

/** Fills in a place, up to the key of its server, which is to be confirmed. */
async function fillPlace(page: Page, sftp: SftpServer, files: string) {
  await page.getByRole('button', { name: 'Let it fetch' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Where it fetches from' });
  await dialog.getByLabel('Host').fill('127.0.0.1');
  await dialog.getByLabel('Port').fill(sftp.port);
  await dialog.getByLabel('User name').fill('bank');
  await dialog.getByLabel('Files').fill(files);
  await dialog.getByLabel('Password, or private key').fill('heron sluice 41 copper');
  await dialog.getByRole('button', { name: 'Try it' }).press('Enter');
  await expect(dialog.getByText(sftp.hostKey)).toBeVisible();
  return dialog;
}

/** Makes a reconciliation of both sources that runs by itself, and goes to where it can be seen. */
async function runByItself(page: Page, ledger: string, bank: string) {
  await page.goto('/new');
  await drop(page, [textFile('ledger.csv', ledger), textFile('bank.csv', bank)]);
  await page.getByLabel('Left file is a delivery of').selectOption('Ledger by SFTP');
  await page.getByLabel('Right file is a delivery of').selectOption('Bank by SFTP');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText('Proven to the cent')).toBeVisible();
  await page.getByRole('button', { name: 'Where its sides come from' }).click();
  await page.getByLabel('By itself, when both have delivered something new').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.goto('/');
}

async function expectNothingWider(page: Page) {
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

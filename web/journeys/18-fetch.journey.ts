import { expectNoFault } from './axe';
import { setUp } from './door';
import { sample } from './files';
import { expect, startServer, test } from './server';
import { startSftp } from './sftp';

test('a source fetches from a server whose key was confirmed', async ({ browser }) => {
  test.setTimeout(180_000);
  const [, bank] = await sample();
  if (!bank) throw new Error('The sample has two files');
  const lines = bank.buffer.toString().trimEnd().split('\n');
  const sftp = await startSftp();
  const server = await startServer({ EGRESS_NETWORKS: '127.0.0.0/8' });
  try {
    await sftp.put('october.csv', `${lines.slice(0, -3).join('\n')}\n`);
    await sftp.put('letter.txt', 'not meant');
    const context = await browser.newContext({ locale: 'en-GB', baseURL: server.address });
    const page = await context.newPage();
    await setUp(page, server.setUpLink);
    await page.goto('/sources');
    await page.getByRole('heading', { name: 'Sources', level: 1 }).waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('Name').fill('Bank by SFTP');
    await page.keyboard.press('Enter');

    await page.getByRole('button', { name: 'Let it fetch' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Where it fetches from' });
    await dialog.getByLabel('Host').fill('127.0.0.1');
    await dialog.getByLabel('Port').fill(sftp.port);
    await dialog.getByLabel('User name').fill('bank');
    await dialog.getByLabel('Files').fill('*.csv');
    await dialog.getByLabel('Password, or private key').fill('heron sluice 41 copper');
    await dialog.getByRole('button', { name: 'Try it' }).press('Enter');
    await expect(dialog.getByText(sftp.hostKey)).toBeVisible();
    await expectNoFault(page, 'a host key to confirm');
    await dialog.getByRole('button', { name: 'It is the right key' }).press('Enter');
    const files = dialog.getByRole('list', { name: 'Files of the place' });
    await expect(files).toContainText('october.csv');
    await expect(files).not.toContainText('letter.txt');
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');

    await expect(dialog).toBeHidden();
    await expect(page.getByText('1 new delivery')).toBeVisible();
    const fetched = page.getByRole('table', { name: 'Fetched files' });
    await expect(fetched.getByRole('row', { name: /october\.csv/ })).toContainText('delivery 1');

    await sftp.put('november.csv', bank.buffer.toString());
    await page.getByRole('button', { name: 'Look now' }).press('Enter');
    await expect(fetched.getByRole('row', { name: /november\.csv/ })).toContainText('delivery 2');
    await expectNoFault(page, 'a source that has fetched');
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
    await context.close();
  } finally {
    await server.stop();
    await sftp.stop();
  }
});

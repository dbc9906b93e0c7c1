import { readFile } from 'node:fs/promises';
import { sample } from './files';
import { expect, test } from './server';
import { reconcile } from './steps';

test('the history shows who did what, is narrowed, and verified', async ({ page }) => {
  await reconcile(page, await sample(), 'Audited');
  await page.goto('/audit');
  const events = page.getByRole('table', { name: /Events/ });
  await expect(events.getByRole('row').nth(1)).toContainText('Ana Novak');
  await expect(events).toContainText('signed in');

  await page.getByLabel('On', { exact: true }).selectOption('reconciliation');
  await expect(page).toHaveURL(/objectType=reconciliation/);
  await expect(events.getByRole('button', { name: 'signed in' })).toHaveCount(0);
  await events.getByRole('button', { name: 'reconciliation Audited' }).first().click();
  await expect(page).toHaveURL(/objectId=/);
  await page.reload();
  await expect(events.getByRole('row').nth(1)).toBeVisible();

  await page.getByLabel('To', { exact: true }).fill('2020-01-31');
  await expect(page.getByText('Nothing with all of these')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(page).toHaveURL(/\/audit$/);

  const chain = page.getByRole('region', { name: 'Chain' });
  await chain.getByRole('button', { name: 'Verify now' }).click();
  await expect(chain).toContainText('the chain holds, verified just now');

  const download = page.waitForEvent('download');
  await chain.getByRole('button', { name: 'Export' }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\n');
  expect(lines.length).toBeGreaterThan(3);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: { number: 1 } });
});

test('a run gives its evidence and its files to those who may have them', async ({ page }) => {
  await reconcile(page, await sample(), 'Evidence');
  for (const name of [/Evidence_run_\d+_evidence\.zip/, 'ledger_2026-10.csv']) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: new RegExp(`Download ${patternOf(name)}`) }).click();
    const bytes = await readFile(await (await download).path());
    expect(bytes.length).toBeGreaterThan(100);
  }
  await page.getByRole('link', { name: 'Breaks' }).first().click();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('h');
  await page.getByRole('link', { name: 'Everything that happened to this run' }).click();
  await expect(page).toHaveURL(/objectType=run&objectId=/);
  const event = page
    .getByRole('table', { name: /Events/ })
    .getByRole('row')
    .nth(1);
  await expect(event).toContainText('run #1of Evidence');
  await event.getByRole('link', { name: 'Evidence' }).click();
  await expect(page.getByText('What became of every entry')).toBeVisible();
});

function patternOf(name: string | RegExp): string {
  return typeof name === 'string' ? name.replaceAll('.', '\\.') : name.source;
}

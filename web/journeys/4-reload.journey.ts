import { writeFile } from 'node:fs/promises';
import type { Page, TestInfo } from '@playwright/test';
import { manyLines } from './files';
import { expect, test } from './server';

/** Enough that a warm server is still at it when the page is back. */
const LINES = 500_000;

/** Starts a run of two files of so many lines, and waits until it is under way. */
async function begin(page: Page, info: TestInfo, lines: number) {
  const paths = manyLines(lines).map(({ name, buffer }) => {
    const path = info.outputPath(name);
    return writeFile(path, buffer).then(() => path);
  });
  await page.goto('/new');
  // Files from the disk: dropped ones would go through the messages between test and browser.
  await page.getByLabel('Drop two files to compare').setInputFiles(await Promise.all(paths));
  await page.getByRole('button', { name: 'Run' }).click();
  const bar = page.getByRole('progressbar', { name: 'Progress of the run' });
  await expect(bar).toBeVisible({ timeout: 60_000 });
  return bar;
}

test('a run goes on when the page is reloaded in its middle', async ({ page }, info) => {
  test.setTimeout(180_000);
  const bar = await begin(page, info, LINES);
  const address = page.url();

  await page.reload();
  expect(page.url()).toBe(address);
  await expect(bar).toBeVisible();
  await expect(page.getByText('Proven to the cent')).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('1,000,000')).toBeVisible();
});

test('where no live event comes, the end of a run is told all the same', async ({ page }, info) => {
  test.setTimeout(120_000);
  await page.routeWebSocket(/\/ws\?/, (socket) => socket.close());
  await begin(page, info, LINES / 2);
  const breaks = page.getByRole('link', { name: /^Breaks/ });
  await expect(breaks).toHaveText('Breaks');

  await expect(page.getByText('Proven to the cent')).toBeVisible({ timeout: 60_000 });
  await expect(breaks).toHaveText(/^Breaks\d+$/);
});

import { writeFile } from 'node:fs/promises';
import { manyLines } from './files';
import { expect, test } from './server';

/** Enough that a warm server is still at it when the page is back. */
const LINES = 1_000_000;

test('a run goes on when the page is reloaded in its middle', async ({ page }, info) => {
  test.setTimeout(180_000);
  const paths = manyLines(LINES).map(({ name, buffer }) => {
    const path = info.outputPath(name);
    return writeFile(path, buffer).then(() => path);
  });
  await page.goto('/new');
  // Files from the disk: dropped ones would go through the messages between test and browser.
  await page.getByLabel('Drop two files to compare').setInputFiles(await Promise.all(paths));
  await page.getByRole('button', { name: 'Run' }).click();
  const bar = page.getByRole('progressbar', { name: 'Progress of the run' });
  await expect(bar).toBeVisible({ timeout: 60_000 });
  const address = page.url();

  await page.reload();
  expect(page.url()).toBe(address);
  await expect(bar).toBeVisible();
  await expect(page.getByText('Proven to the cent')).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('2,000,000')).toBeVisible();
});

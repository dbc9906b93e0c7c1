import { drop, manyLines } from './files';
import { expect, test } from './server';

const LINES = 200_000;

test('a run goes on when the page is reloaded in its middle', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/new');
  await drop(page, manyLines(LINES));
  await page.getByRole('button', { name: 'Run' }).click();
  const bar = page.getByRole('progressbar', { name: 'Progress of the run' });
  await expect(bar).toBeVisible({ timeout: 60_000 });
  const address = page.url();

  await page.reload();
  expect(page.url()).toBe(address);
  await expect(bar).toBeVisible();
  await expect(page.getByText('Proven to the cent')).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('400,000')).toBeVisible();
});

import { sample } from './files';
import { expect, test } from './server';
import { pane, reconcile } from './steps';

test('a suggested match is accepted by key, taken back, then rejected', async ({ page }) => {
  await reconcile(page, await sample(), 'Suggestions');
  await page.getByRole('link', { name: 'Suggested' }).click();
  const rows = page.getByRole('grid', { name: 'Matches' }).locator('[role=row][aria-selected]');
  await expect(rows).toHaveCount(6);
  await expect(pane(page).getByRole('table')).toBeVisible();

  await page.keyboard.press('Enter');
  await expect(rows.first()).toContainText('Accepted');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('Control+z');
  await expect(rows.first()).toContainText('Suggested');

  await page.keyboard.press('k');
  await page.keyboard.press('u');
  await expect(rows.first()).toContainText('Rejected');
  await page.keyboard.press('r');
  await expect(rows).toHaveCount(5);
});

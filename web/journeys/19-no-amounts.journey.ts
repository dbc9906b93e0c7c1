import { expectNoFault } from './axe';
import { textFile } from './files';
import { expect, test } from './server';
import { grid, pane, reconcile, selectedRow } from './steps';

const CITIES = ['Berlin', 'Paris', 'Rome', 'Oslo'];

/** A list of people, but for every so manieth; nobody is worth anything. */
function people(name: string, leftOut: number) {
  const lines = Array.from({ length: 60 }, (_, at) =>
    at % leftOut === 5 ? [] : [`P${1000 + at},Person ${at},${CITIES[at % 4]}`],
  );
  return textFile(name, `id,name,city\n${lines.flat().join('\n')}\n`);
}

test('tables without amounts are counted, and nowhere worth 0.00', async ({ page }) => {
  await reconcile(page, [people('staff.csv', 17), people('badges.csv', 13)], 'Staff');
  await expect(page.getByText('Every entry is counted once')).toBeVisible();
  await expect(page.locator('#main')).not.toContainText('0.00');
  await expect(page.locator('#main')).not.toContainText('value');
  await expectNoFault(page, 'a run without amounts');

  await page.keyboard.press('w');
  await expect(selectedRow(page)).toHaveCount(1);
  await expect(grid(page)).toHaveAttribute('aria-colcount', '6');
  await expect(pane(page)).toContainText('Missing on');
  await expect(pane(page)).toContainText('<0.01%');
  await expect(page.locator('#main')).not.toContainText('0.00');
  await expect(page.getByRole('complementary', { name: 'Filters' })).not.toContainText('Value');
  await expect(page.getByLabel('Order')).toHaveValue('id');

  await page.goto('/');
  const row = page.getByRole('row', { name: /Staff/ });
  await expect(row.getByRole('cell').nth(2)).toHaveText('–');
  await expect(row).not.toContainText('0.00');
});

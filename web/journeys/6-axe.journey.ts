import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { sample } from './files';
import { expect, test } from './server';
import { pane, reconcile } from './steps';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function expectNoFault(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.map(({ id, nodes }) => {
    return `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`)}`;
  });
  expect(found, where).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on any page', async ({ page }) => {
      test.setTimeout(120_000);
      await page.goto('/new');
      await expectNoFault(page, 'new, empty');
      await page.goto('/new?sample=yes');
      await page.getByText('Rules as text').click();
      await expectNoFault(page, 'new, with a preview');

      await reconcile(page, await sample(), `Axe ${colorScheme}`);
      await expectNoFault(page, 'run');

      await page.getByRole('link', { name: 'Work the breaks' }).click();
      await expect(pane(page).getByRole('table')).toBeVisible();
      await page.keyboard.press('Space');
      await expectNoFault(page, 'breaks');
      await page.keyboard.press('h');
      await expectNoFault(page, 'breaks with the history');
      await page.keyboard.press('h');
      await page.keyboard.press('c');
      await expectNoFault(page, 'breaks with a comment');

      await page.getByRole('link', { name: 'Matches' }).click();
      await expect(pane(page).getByRole('table')).toBeVisible();
      await expectNoFault(page, 'matches');

      await page.goto('/');
      await expect(page.getByRole('table')).toBeVisible();
      await expectNoFault(page, 'home');
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoFault(page, 'key sheet');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('listbox')).toBeVisible();
      await expectNoFault(page, 'palette');
    });
  });
}

import type { Page } from '@playwright/test';
import { sample } from './files';
import { expect, test } from './server';
import { pane, reconcile } from './steps';

const ROW = '[role=row][aria-selected]';

const rowsOf = (tab: Page) => tab.getByRole('grid', { name: 'Matches' }).locator(ROW);

/** Goes to the suggested matches, and opens them in another tab, too. */
async function suggestedInAnotherTab(page: Page): Promise<Page> {
  await page.getByRole('link', { name: 'Suggested' }).click();
  await expect(rowsOf(page)).toHaveCount(6);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(rowsOf(other)).toHaveCount(6);
  await expect(pane(other).getByRole('table')).toBeVisible();
  return other;
}

test('a suggested match is accepted by key, taken back, then rejected', async ({ page }) => {
  await reconcile(page, await sample(), 'Suggestions');
  await page.getByRole('link', { name: 'Suggested' }).click();
  const rows = rowsOf(page);
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

test('what is decided in another tab is said, and seen after a refresh', async ({ page }) => {
  await reconcile(page, await sample(), 'Two match tabs');
  const other = await suggestedInAnotherTab(page);

  await page.keyboard.press('Enter');
  await expect(rowsOf(page).first()).toContainText('Accepted');
  await expect(other.getByText('1 decided elsewhere')).toBeVisible();
  await expect(page.getByText('decided elsewhere')).toHaveCount(0);
  await other.keyboard.press('r');
  await expect(rowsOf(other)).toHaveCount(5);
  await expect(other.getByText('decided elsewhere')).toHaveCount(0);
});

test('the cursor stays where it was when its row goes, and none hides what others decide', async ({
  page,
}) => {
  await reconcile(page, await sample(), 'Match cursor');
  const other = await suggestedInAnotherTab(page);
  await rowsOf(page).nth(3).click();
  await expect(rowsOf(page).nth(3)).toHaveAttribute('aria-selected', 'true');
  const below = await rowsOf(page).nth(4).getAttribute('id');
  let send = () => {};
  const sent = new Promise<void>((go) => {
    send = go;
  });
  const decide = '**/api/v1/runs/*/decisions';
  await page.route(decide, async (route) => {
    await sent;
    await route.continue();
  });

  await page.keyboard.press('Enter');
  await other.keyboard.press('Enter');
  await expect(rowsOf(other).first()).toContainText('Accepted');
  await rowsOf(other).nth(4).click();
  await other.keyboard.press('Enter');
  await expect(rowsOf(other).nth(4)).toContainText('Accepted');
  send();
  await expect(rowsOf(page).nth(3)).toContainText('Accepted');
  await expect(page.getByText('2 decided elsewhere')).toBeVisible();

  await expect(page.locator(`[id="${below}"]`)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('r');
  await expect(rowsOf(page)).toHaveCount(3);
  await expect(rowsOf(page).nth(2)).toHaveAttribute('aria-selected', 'true');
});

test('a second key on a match that is being answered is nothing', async ({ page }) => {
  await reconcile(page, await sample(), 'Two keys');
  await page.getByRole('link', { name: 'Suggested' }).click();
  await expect(rowsOf(page)).toHaveCount(6);
  await expect(pane(page).getByRole('table')).toBeVisible();
  const posts: (() => Promise<void>)[] = [];
  await page.route('**/api/v1/runs/*/decisions', (route) => {
    posts.push(() => route.continue());
  });
  await page.keyboard.press('Enter');
  await expect.poll(() => posts.length).toBe(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('u');
  await posts[0]?.();
  await expect(rowsOf(page).first()).toContainText('Accepted');
  await expect(rowsOf(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(pane(page).getByRole('alert')).toHaveCount(0);
  expect(posts).toHaveLength(1);
});

test('what is proposed elsewhere is said, and no row goes from under the cursor', async ({
  page,
}) => {
  await reconcile(page, await sample(), 'Proposed elsewhere');
  const other = await suggestedInAnotherTab(page);
  await page.getByRole('button', { name: 'Which decisions another person approves' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^All/ }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  let reads = 0;
  other.on('request', (request) => {
    if (/\/runs\/[^/]+\/matches\?/.test(request.url())) reads++;
  });

  await page.keyboard.press('Enter');
  await expect(rowsOf(page).first()).toContainText(/waits for approval/i);
  await expect(other.getByText('1 decided elsewhere')).toBeVisible();
  await expect(page.getByText('decided elsewhere')).toHaveCount(0);
  expect(reads).toBe(0);
  await other.keyboard.press('r');
  await expect(rowsOf(other).first()).toContainText(/waits for approval/i);
  expect(reads).toBe(1);
});

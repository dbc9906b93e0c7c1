import type { Page } from '@playwright/test';
import { sample } from './files';
import { expect, test } from './server';
import { grid, pane, reconcile, selectedRow, thisRow } from './steps';

async function openBreaks(page: Page, name: string, kind: string) {
  await reconcile(page, await sample(), name);
  await page
    .getByRole('table', { name: 'Breaks by kind' })
    .getByRole('link', { name: kind })
    .click();
  await expect(selectedRow(page)).toHaveCount(1);
}

test('a match by hand stays in place, can be undone, and is in the history', async ({ page }) => {
  await openBreaks(page, 'By hand', 'Missing on right');
  await page.keyboard.press('1');
  await expect(pane(page).getByRole('button', { name: 'Match candidate 1' })).toBeVisible();
  const row = await thisRow(page);

  await page.keyboard.press('Enter');
  await expect(row).toContainText('matched · undo');
  await expect(row).toHaveAttribute('aria-selected', 'false');
  await expect(page.getByText('1 handled')).toBeVisible();

  await page.keyboard.press('h');
  await expect(page.getByRole('complementary', { name: 'History' })).toContainText('matched left');
  await page.keyboard.press('h');

  await page.keyboard.press('Control+z');
  await expect(row).not.toContainText('undo');
  await expect(row).toContainText('Missing on right');
});

test('the tray adds up, refuses one side alone, and matches both', async ({ page }) => {
  await openBreaks(page, 'Tray', 'Missing on right');
  await page.goto(`${page.url().split('?')[0]}?status=open&side=left`);
  await expect(selectedRow(page)).toHaveCount(1);
  await page.keyboard.press('Space');
  const tray = page.getByRole('region', { name: 'Tray' });
  await expect(tray).toContainText('Add a row of the right side.');
  await expect(tray.getByRole('button', { name: 'Match the tray' })).toBeDisabled();

  const currency = (await selectedRow(page).textContent())?.match(/EUR|USD|CHF/)?.[0] ?? 'EUR';
  await page.getByRole('button', { name: /^Left/ }).click();
  await page.getByRole('button', { name: /^Right/ }).click();
  await page.getByRole('button', { name: new RegExp(`^${currency}`) }).click();
  await expect(grid(page).getByText('Missing on right')).toHaveCount(0);
  await grid(page).focus();
  await page.keyboard.press('Space');
  await expect(tray.getByRole('button', { name: 'Match the tray' })).toBeEnabled();
  const row = await thisRow(page);
  const decide = /\/api\/v1\/runs\/[^/]+\/decisions$/;
  await page.route(decide, (route) => route.abort());
  await page.keyboard.press('m');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(tray.getByRole('button', { name: 'Match the tray' })).toBeEnabled();
  await page.unroute(decide);
  await page.keyboard.press('m');
  await expect(row).toContainText('matched · undo');
  await expect(tray).toHaveCount(0);
});

test('a comment is said with c and is there after a reload', async ({ page }) => {
  await openBreaks(page, 'Comment', 'Amount differs');
  await page.keyboard.press('c');
  const form = page.getByRole('textbox', { name: 'Comment' });
  await form.fill('Asked the bank.');
  const decide = /\/api\/v1\/runs\/[^/]+\/decisions$/;
  await page.route(decide, (route) => route.abort());
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(form).toHaveValue('Asked the bank.');
  await page.unroute(decide);
  await page.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  await expect(pane(page).getByRole('region', { name: 'Comments' })).toContainText('Asked');
  await page.reload();
  await expect(pane(page).getByRole('region', { name: 'Comments' })).toContainText('Asked');
});

test('an unmatched pair is two open entries again after a refresh', async ({ page }) => {
  await openBreaks(page, 'Unmatch', 'Amount differs');
  const row = await thisRow(page);
  await page.keyboard.press('u');
  await expect(row).toContainText('unmatched · undo');
  await page.keyboard.press('r');
  await expect(row).toHaveCount(0);
});

test('a key that comes before the pane is read acts all the same', async ({ page }) => {
  const match = /\/api\/v1\/matches\/[^/]+$/;
  let release = () => {};
  const pressed = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(match, async (route) => {
    await pressed;
    if (!route.request().failure()) await route.continue();
  });
  const reading = page.waitForRequest(match);
  await openBreaks(page, 'Early', 'Amount differs');
  const row = await thisRow(page);
  await reading;
  await page.keyboard.press('u');
  await expect(row).toHaveAttribute('aria-selected', 'false');
  release();
  await expect(row).toContainText('unmatched · undo');
});

test('keys of a chord, of a field and below a dialog decide nothing', async ({ page }) => {
  await openBreaks(page, 'Chords', 'Amount differs');
  const row = await thisRow(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('u');
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('c');
  await page.keyboard.type('g');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveCount(0);
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible();
  await page.goBack();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(row).not.toContainText('unmatched');
});

test('what is undone in haste is what was done last, and then what was before', async ({
  page,
}) => {
  await openBreaks(page, 'Haste', 'Amount differs');
  const first = await thisRow(page);
  await page.keyboard.press('u');
  await expect(first).toContainText('unmatched · undo');
  const second = await thisRow(page);
  let release = () => {};
  const pressed = new Promise<void>((resolve) => {
    release = resolve;
  });
  const decide = /\/api\/v1\/runs\/[^/]+\/decisions$/;
  await page.route(decide, async (route) => {
    await pressed;
    await route.continue();
  });
  const asked = page.waitForRequest(decide);
  await page.keyboard.press('u');
  await asked;
  const undone: boolean[] = [];
  page.on('response', (answer) => {
    if (answer.url().endsWith('/undo')) undone.push(answer.ok());
  });
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  release();
  await expect.poll(() => undone).toEqual([true, true]);
  await expect(second).not.toContainText('undo');
  await expect(first).not.toContainText('undo');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a comment is taken back in the history, and its row stays as it was', async ({ page }) => {
  await openBreaks(page, 'Taken back', 'Amount differs');
  const row = await thisRow(page);
  await page.keyboard.press('u');
  await expect(row).toContainText('undo');
  await row.click();
  await expect(pane(page)).toContainText('Resolved');
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Comment' }).fill('At the wrong break');
  await page.keyboard.press('Control+Enter');
  const comments = pane(page).getByRole('region', { name: 'Comments' });
  await expect(comments).toContainText('At the wrong break');

  await page.keyboard.press('h');
  const history = page.getByRole('complementary', { name: 'History' });
  await history.getByRole('button', { name: 'Take back' }).click();
  await expect(comments).toHaveCount(0);
  await expect(history).toContainText('undone by Ana Novak');
  await expect(history.getByRole('button', { name: 'Take back' })).toHaveCount(0);
  await expect(row).toContainText('undo');
});

test('a comment that is not saved is there when its row is come back to', async ({ page }) => {
  await openBreaks(page, 'Begun', 'Amount differs');
  const first = await thisRow(page);
  const form = page.getByRole('textbox', { name: 'Comment' });
  await page.keyboard.press('c');
  await page.keyboard.type('Asked the');
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await page.keyboard.press('c');
  await expect(form).toHaveValue('Asked the');

  await grid(page).locator('[role=row][aria-selected=false]').first().click();
  await expect(form).toHaveCount(0);
  await page.keyboard.press('c');
  await expect(form).toHaveValue('');
  await first.click();
  await pane(page).getByRole('button', { name: 'Go on with the comment' }).click();
  await expect(form).toHaveValue('Asked the');

  await pane(page).getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('c');
  await expect(form).toHaveValue('');
});

test('a refusal does not take the cursor away from a comment', async ({ page }) => {
  await openBreaks(page, 'Held', 'Amount differs');
  const first = await thisRow(page);
  let refuse = () => {};
  const isWritten = new Promise<void>((resolve) => {
    refuse = resolve;
  });
  await page.route(/\/api\/v1\/runs\/[^/]+\/decisions$/, async (route) => {
    await isWritten;
    await route.fulfill({ status: 409, json: { title: 'It was changed', detail: 'Meanwhile.' } });
  });
  await page.keyboard.press('u');
  await expect(first).toHaveAttribute('aria-selected', 'false');
  const second = await thisRow(page);
  await page.keyboard.press('c');
  await page.keyboard.type('Asked the bank');
  refuse();
  await expect(page.getByRole('alert')).toContainText('It was changed');
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('Asked the bank');
});

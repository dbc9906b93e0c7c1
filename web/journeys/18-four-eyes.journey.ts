import type { Page } from '@playwright/test';
import { expectNoFault } from './axe';
import { authorization, elsewhere } from './door';
import { sample } from './files';
import { accept, invite } from './invite';
import { expect, test } from './server';
import { grid, pane, reconcile, selectedRow, thisRow } from './steps';

const ZOE = { name: 'Zoe Checks', email: 'zoe.checks@example.com', password: 'lanterns over weir' };

async function askForAll(page: Page) {
  await page.getByRole('button', { name: 'Which decisions another person approves' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^All/ }).check();
  await expectNoFault(page, 'what is asked for');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
}

/** Matches the selected break with its first candidate, which waits then. */
async function propose(page: Page) {
  await page.keyboard.press('1');
  await expect(pane(page).getByRole('button', { name: 'Match candidate 1' })).toBeVisible();
  const row = await thisRow(page);
  await page.keyboard.press('Enter');
  await expect(row).toContainText('waits for approval');
  return row;
}

test('what one proposes another approves or sends back, by keyboard', async ({
  page,
  browser,
  server,
}) => {
  await reconcile(page, await sample(), 'Four eyes');
  const breaks = `${new URL(page.url()).pathname.replace(/\/runs\/.*/, '')}/breaks`;
  const zoe = await elsewhere(browser, server.address);
  await accept(zoe, await invite(page, ZOE.email, 'Manager'), ZOE);
  await page.goto(`${breaks}?kind=missing-on-right&status=open`);
  await expect(selectedRow(page)).toHaveCount(1);
  await askForAll(page);
  await selectedRow(page).click();
  const first = await propose(page);
  await first.click();
  await expect(pane(page)).toContainText('Waits for approval');
  await expect(pane(page)).not.toContainText('Resolved');
  await page.keyboard.press('Control+z');
  await expect(first).toContainText('Missing on right');
  await expect(pane(page).getByRole('button', { name: 'Withdraw' })).toHaveCount(0);
  await first.click();
  await propose(page);
  await first.click();
  await expect(pane(page).getByRole('button', { name: 'Withdraw' })).toBeVisible();
  await expect(pane(page).getByRole('button', { name: 'Approve' })).toHaveCount(0);

  await zoe.goto('/');
  await expect(zoe.getByRole('link', { name: '1 decision waits for you' })).toBeVisible();
  await zoe.keyboard.press('g');
  await zoe.keyboard.press('w');
  const queue = zoe.getByRole('table', { name: /Approvals/ });
  await expect(queue).toContainText('Ana Novak proposes to match');
  await expectNoFault(zoe, 'approvals');
  await zoe.keyboard.press('b');
  const why = zoe.getByRole('dialog', { name: 'Send back' });
  await why.getByLabel('Why').fill('Which invoice is it?');
  await why.getByRole('button', { name: 'Send back' }).click();
  await expect(zoe.getByText('Nothing waits for you')).toBeVisible();

  await page.goto('/approvals?queue=mine');
  await expect(page.getByRole('table')).toContainText('Which invoice is it?');
  await page.goto(`${breaks}?kind=missing-on-right&status=open`);
  await expect(selectedRow(page)).toHaveCount(1);
  await expect(pane(page)).toContainText('Which invoice is it?');
  await propose(page);

  await page.goto(breaks);
  const facet = page
    .getByRole('complementary', { name: 'Filters' })
    .getByRole('button', { name: /Waits for approval/ });
  await facet.click();
  await expect(facet).toHaveAttribute('aria-pressed', 'true');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '3');
  await expect(grid(page)).toContainText('waits for approval');

  await expect(queue).toContainText('Ana Novak proposes to match');
  await zoe.keyboard.press('a');
  const together = zoe.getByRole('dialog', { name: 'Approve' });
  await expect(together.getByRole('list', { name: 'What it comes to' })).toContainText(/\d/);
  await together.getByRole('button', { name: 'Approve' }).click();
  await expect(zoe.getByText('Nothing waits for you')).toBeVisible();

  await page.goto(breaks);
  await expect(selectedRow(page)).toHaveCount(1);
  await page.keyboard.press('h');
  await expect(page.getByRole('complementary', { name: 'History' })).toContainText(
    'approved by Zoe Checks',
  );
  await expect(grid(page)).not.toContainText('waits for approval');
  await zoe.context().close();
});

test('the Enter that saves a dialog does not open it again', async ({ page }) => {
  await reconcile(page, await sample(), 'Enter once');
  await page.keyboard.press('w');
  await expect(selectedRow(page)).toHaveCount(1);
  const opener = page.getByRole('button', { name: 'Which decisions another person approves' });
  const dialog = page.getByRole('dialog');

  await opener.click();
  await expect(dialog.getByRole('radio', { name: /^None/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(grid(page)).toBeFocused();

  await opener.press('Enter');
  await expect(dialog.getByRole('radio', { name: /^All/ })).toBeFocused();
  await page.keyboard.down('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(dialog).toHaveCount(0);
});

/** Somebody else says which decisions another person approves, in a page of their own. */
async function askElsewhere(page: Page, askedFor: 'off' | 'all') {
  const rec = new URL(page.url()).pathname.split('/')[2];
  const path = `/api/v1/reconciliations/${rec}`;
  const headers = await authorization(page.request);
  const { version } = await (await page.request.get(path, { headers })).json();
  const saved = await page.request.put(`${path}/four-eyes`, {
    headers: { ...headers, 'If-Match': `"${version}"` },
    data: { askedFor },
  });
  expect(saved.ok()).toBe(true);
}

test('what somebody else asked for meanwhile is shown, and not overwritten', async ({ page }) => {
  await reconcile(page, await sample(), 'Asked elsewhere');
  const opener = page.getByRole('button', { name: 'Which decisions another person approves' });
  const dialog = page.getByRole('dialog');
  await opener.click();
  await expect(dialog.getByRole('radio', { name: /^None/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await askElsewhere(page, 'all');
  await opener.click();
  await expect(dialog.getByRole('radio', { name: /^All/ })).toBeChecked();

  await askElsewhere(page, 'off');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await opener.click();
  await expect(dialog.getByRole('radio', { name: /^None/ })).toBeChecked();
});

import type { Page } from '@playwright/test';
import { expectNoFault } from './axe';
import { sample } from './files';
import { expect, test } from './server';
import { grid, pane, reconcile } from './steps';

const editor = (page: Page) => page.getByRole('textbox', { name: 'Rules as text' });

test('rules are tried by keyboard, put in force, and run with', async ({ page }) => {
  await reconcile(page, await sample(), 'Rules by keys');
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page.getByText('Version 1 is in force.')).toBeVisible();
  await expectNoFault(page, 'the rules');
  await expect(
    page.getByRole('button', { name: 'Make this the rule set in force' }),
  ).toBeDisabled();

  // Without its passes after the first, the draft breaks what they matched.
  const text = await editor(page).inputValue();
  const begin = text.indexOf('passes:');
  const second = text.indexOf('\n  - name:', text.indexOf('- name:', begin));
  const end = text.slice(second + 1).search(/^\S/m);
  const shorter = text.slice(0, second + 1) + (end < 0 ? '' : text.slice(second + 1 + end));
  await editor(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(shorter);
  await page.keyboard.press('Control+Enter');

  const table = page.getByRole('table', { name: 'What changes' });
  await expect(table.getByRole('link', { name: 'Newly broken' })).toBeVisible();
  await expect(table.getByRole('rowheader', { name: 'Kept' })).toBeVisible();
  await expectNoFault(page, 'the comparison');
  await table.getByRole('link', { name: 'Newly broken' }).press('Enter');
  await expect(page).toHaveURL(/change=newly-broken/);
  const lines = page.getByRole('table', { name: 'Lines that change' });
  await expect(lines.getByRole('row').nth(1)).toContainText(/matched with|suggested with/);
  await expect(lines.getByRole('row').nth(1)).toContainText('open');
  await page.reload();
  await expect(lines.getByRole('row').nth(1)).toContainText('open');

  await page.getByRole('button', { name: 'Make this the rule set in force' }).press('Enter');
  await expect(page.getByRole('status').getByText('Version 2 is in force.')).toBeVisible();
  await page.getByRole('button', { name: 'Run with it' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Run #2' })).toBeVisible();
  await expect(page.getByText('What became of every entry')).toBeVisible();
  await expect(page.getByText(/rules v2/)).toBeVisible();
});

test('the smallest change of an explanation is tried with one click', async ({ page }) => {
  await reconcile(page, await sample(), 'Smallest change');
  await page
    .getByRole('table', { name: 'Breaks by kind' })
    .getByRole('link', { name: 'Missing on right' })
    .click();
  const rows = grid(page).getByRole('row');
  const attempt = pane(page).getByRole('button', { name: 'Try it' });
  await expect(pane(page).getByText('Smallest change of the rules')).toBeVisible();
  for (let down = 0; down < 12 && !(await attempt.isVisible()); down++) {
    await page.keyboard.press('j');
    await expect(pane(page).getByText('Smallest change of the rules')).toBeVisible();
  }
  await expect(rows.first()).toBeVisible();
  await attempt.click();
  await expect(page.getByRole('heading', { name: 'Rules', exact: true })).toBeVisible();
  await expect(
    page.getByRole('table', { name: 'What changes' }).getByRole('link', { name: 'Newly matched' }),
  ).toBeVisible();
  await page.getByLabel('Side').selectOption('left');
  await expect(page).toHaveURL(/side=left/);
  await expectNoFault(page, 'the tried change');
});

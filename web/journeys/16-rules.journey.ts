import type { Page } from '@playwright/test';
import { expectNoFault } from './axe';
import { ADMIN, fillSignIn } from './door';
import { drop, sample, textFile } from './files';
import { expect, test } from './server';
import { pane, reconcile } from './steps';

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

  // Letters go where the caret is, and one pause asks once.
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/changes\?.*text=/.test(request.url())) asked.push(request.url());
  });
  const party = page.getByLabel('Reference or party');
  await party.pressSequentially('no such', { delay: 20 });
  await party.press('Home');
  await party.pressSequentially('really ', { delay: 20 });
  await expect(party).toHaveValue('really no such');
  await expect(page.getByText('None of these')).toBeVisible();
  await expect(page).toHaveURL(/text=really/);
  expect(asked.length).toBeLessThan(4);
  await party.fill('');
  await expect(lines.getByRole('row').nth(1)).toContainText('open');

  await page.getByRole('button', { name: 'Make this the rule set in force' }).press('Enter');
  await expect(page.getByRole('status').getByText('Version 2 is in force.')).toBeVisible();
  await page.getByRole('button', { name: 'Run with it' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Run #2' })).toBeVisible();
  await expect(page.getByText('What became of every entry')).toBeVisible();
  await expect(page.getByText(/rules v2/)).toBeVisible();
});

test('a draft of rules outlives the page and the session, until it is discarded', async ({
  page,
}) => {
  await reconcile(page, await sample(), 'Drafts');
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  const inForce = await editor(page).inputValue();
  await editor(page).fill(`# mine\n${inForce}`);
  const notice = page.getByRole('status').filter({ hasText: 'Your draft' });
  await expect(notice).toBeVisible();
  await expectNoFault(page, 'a kept draft');

  await page.getByRole('link', { name: 'Matches', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Matches' })).toBeVisible();
  await page.getByRole('link', { name: 'Rules', exact: true }).click();
  await expect(editor(page)).toHaveValue(/^# mine/);

  await page.context().clearCookies();
  await page.reload();
  await fillSignIn(page, ADMIN);
  await expect(editor(page)).toHaveValue(/^# mine/);

  await page.getByRole('button', { name: 'Try these rules' }).click();
  await expect(page.getByText('Nothing changes')).toBeVisible();
  await page.getByRole('link', { name: 'Rules', exact: true }).click();
  await expect(editor(page)).toHaveValue(/^# mine/);
  await notice.getByRole('button', { name: 'Discard it' }).click();
  await expect(editor(page)).toHaveValue(inForce);
  await page.reload();
  await expect(editor(page)).toHaveValue(inForce);
});

test('what was begun is there after a look elsewhere, until it runs or is given up', async ({
  page,
}) => {
  await page.goto('/new');
  await drop(page, await sample());
  await page.getByText('Rules as text').click();
  const begun = `# begun\n${await editor(page).inputValue()}`;
  await editor(page).fill(begun);
  await expect(page.getByText('edited by hand')).toBeVisible();
  await page.getByRole('link', { name: 'Sources' }).click();
  await expect(page.getByRole('heading', { name: 'Sources', exact: true })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await page.getByRole('link', { name: /New reconciliation/ }).click();
  await page.getByText('Rules as text').click();
  await expect(editor(page)).toHaveValue(begun);

  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByText('Drop two files to compare')).toBeVisible();
  await drop(page, await sample());
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText('What became of every entry')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByText('Drop two files to compare')).toBeVisible();
});

test('the smallest change of an explanation is tried with one click', async ({ page }) => {
  await page.goto('/new');
  await drop(page, [
    textFile('ledger.csv', side('d1,92.00,EUR,2026-01-05,Acme')),
    textFile('bank.csv', side('d1,92.09,EUR,2026-01-06,Acme')),
  ]);
  await page.getByText('Rules as text').click();
  await editor(page).fill(RULES);
  await expect(page.getByText('edited by hand')).toBeVisible();
  await page.getByRole('button', { name: 'Run' }).click();
  await page
    .getByRole('table', { name: 'Breaks by kind' })
    .getByRole('link', { name: 'Missing on right' })
    .click();
  await pane(page).getByRole('button', { name: 'Try it' }).click();
  await expect(page.getByRole('heading', { name: 'Rules', exact: true })).toBeVisible();
  const table = page.getByRole('table', { name: 'What changes' });
  await expect(table.getByRole('link', { name: 'Newly matched' })).toBeVisible();
  await expect(editor(page)).toHaveValue(/0\.09/);
  await page.getByLabel('Side', { exact: true }).selectOption('left');
  await expect(page).toHaveURL(/side=left/);
  const lines = page.getByRole('table', { name: 'Lines that change' });
  await expect(lines.getByRole('row')).toHaveCount(2);
  await expect(lines).toContainText('matched with right 1 by same-near');
  await expectNoFault(page, 'the tried change');
});

function side(first: string): string {
  const same = Array.from({ length: 20 }, (_, at) => {
    const day = String(1 + at).padStart(2, '0');
    return `INV-${100 + at},${20 + at}.50,EUR,2026-01-${day},Customer ${at % 4}`;
  });
  return `${['ref,amount,ccy,date,who', first, ...same].join('\n')}\n`;
}

const LAYOUT = `
  header: true
  fields:
    reference: {column: ref}
    amount: {column: amount, decimal: "."}
    currency: {column: ccy}
    date: {column: date, format: yyyy-MM-dd}`;

const RULES = `version: 1
decimals: 2
left:${LAYOUT}
right:${LAYOUT}
passes:
  - {name: same, kind: exact, key: [reference, currency, amount]}
  - {name: near, kind: close, key: [reference], amount: 0.05, days: 3}
`;

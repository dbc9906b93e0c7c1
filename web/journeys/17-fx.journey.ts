import type { Page } from '@playwright/test';
import { expectNoFault } from './axe';
import { drop, textFile } from './files';
import { expect, test } from './server';
import { grid } from './steps';

const HEAD = 'ref,amount,ccy,date,who';

function side(first: readonly string[]) {
  const same = Array.from({ length: 20 }, (_, at) => {
    const day = String(1 + at).padStart(2, '0');
    return `INV-${100 + at},${20 + at}.50,EUR,2026-01-${day},Customer ${at % 4}`;
  });
  return `${[HEAD, ...first, ...same].join('\n')}\n`;
}

const LAYOUT = `
  header: true
  fields:
    reference: {column: ref}
    amount: {column: amount, decimal: "."}
    currency: {column: ccy}
    date: {column: date, format: yyyy-MM-dd}
    party: {column: who}`;

const WITHOUT_RATES = `version: 1
decimals: 2
left:${LAYOUT}
right:${LAYOUT}
passes:
  - name: same
    kind: exact
    key: [reference, currency, amount]
`;

const RULES = `${WITHOUT_RATES}
  - name: paid-in-dollars
    kind: fx
    key: [reference]
    amount: 0.50
rates:
  into: left
  age: 4
  pairs:
    USD/EUR: {2026-01-05: "0.9231"}
`;

/** Runs two files by rules that are given, beside lines that agree. */
async function runBy(page: Page, rules: string, left: readonly string[], right: readonly string[]) {
  await page.goto('/new');
  await drop(page, [textFile('ledger.csv', side(left)), textFile('bank.csv', side(right))]);
  await page.getByText('Rules as text').click();
  await page.getByRole('textbox', { name: 'Rules as text' }).fill(rules);
  await expect(page.getByText('edited by hand')).toBeVisible();
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText('What became of every entry')).toBeVisible();
}

test('what was paid in another currency is converted, and the proof says so', async ({ page }) => {
  await runBy(page, RULES, ['d1,92.00,EUR,2026-01-05,Acme'], ['d1,100.00,USD,2026-01-06,Acme']);

  const proof = page.getByRole('region', { name: 'Proof' });
  await expect(proof).toContainText('Proven to the cent');
  await expect(proof.getByRole('columnheader', { name: 'Converted' })).toBeVisible();
  // 100.00 USD are 92.31 EUR by the rate of the day: 31 cents are a difference, the rest moves.
  const row = (currency: string) => proof.getByRole('row').filter({ hasText: currency });
  await expect(row('USD')).toContainText('100.00');
  await expect(row('EUR')).toContainText('92.31');
  await expectNoFault(page, 'the proof of two currencies');

  await page.getByRole('link', { name: 'Matches' }).click();
  await page.getByRole('grid', { name: 'Matches' }).getByText('d1').first().click();
  const pane = page.getByRole('complementary', { name: 'Compare' });
  await expect(pane).toContainText('The left is EUR 0.31 less than the right');
  const converted = /^USD 100\.00 are EUR 92\.31 by the rate 0\.9231 of USD\/EUR of 2026-01-05$/;
  await expect(pane.getByText(converted)).toBeVisible();
  await expectNoFault(page, 'the match of two currencies');
});

/** Puts an entry of each side, in two currencies, into the tray and matches them. */
async function matchByHand(page: Page, rules: string) {
  await runBy(page, rules, ['d2,46.00,EUR,2026-01-05,Acme'], ['x9,50.00,USD,2026-01-06,Other']);
  await page.keyboard.press('w');
  for (const reference of ['d2', 'x9']) {
    await grid(page).getByText(reference, { exact: true }).click();
    await page.keyboard.press('Space');
  }
  const tray = page.getByRole('region', { name: 'Tray' });
  await expect(tray).toContainText('EUR');
  await expect(tray).toContainText('USD');
  await page.keyboard.press('m');
  return tray;
}

test('two currencies are matched by hand where the rules have a rate', async ({ page }) => {
  const tray = await matchByHand(page, RULES);
  await expect(grid(page).getByText('matched · undo')).toHaveCount(2);
  await expect(tray).toHaveCount(0);
});

test('two currencies without a rate are refused by the server', async ({ page }) => {
  const tray = await matchByHand(page, WITHOUT_RATES);
  await expect(page.getByRole('alert')).toContainText('have a rate into it');
  await expect(tray.getByRole('button', { name: 'Match the tray' })).toBeEnabled();
});

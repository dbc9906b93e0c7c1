import { expectNoFault } from './axe';
import { drop, textFile } from './files';
import { expect, test } from './server';

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

const RULES = `version: 1
decimals: 2
left:${LAYOUT}
right:${LAYOUT}
rates:
  into: left
  age: 4
  pairs:
    USD/EUR: {2026-01-05: "0.9231"}
passes:
  - name: same
    kind: exact
    key: [reference, currency, amount]
  - name: paid-in-dollars
    kind: fx
    key: [reference]
    amount: 0.50
`;

test('what was paid in another currency is converted, and the proof says so', async ({ page }) => {
  await page.goto('/new');
  await drop(page, [
    textFile('ledger.csv', side(['d1,92.00,EUR,2026-01-05,Acme'])),
    textFile('bank.csv', side(['d1,100.00,USD,2026-01-06,Acme'])),
  ]);
  await page.getByText('Rules as text').click();
  await page.getByRole('textbox', { name: 'Rules as text' }).fill(RULES);
  await expect(page.getByText('edited by hand')).toBeVisible();
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText('What became of every entry')).toBeVisible();

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

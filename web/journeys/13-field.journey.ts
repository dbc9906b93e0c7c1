import { expectNoFault } from './axe';
import { drop, textFile } from './files';
import { expect, test } from './server';

const LEDGER = `invoice,date,amount
INV-47110,2026-10-01,100.00
INV-47120,2026-10-02,-20.50
INV-47130,2026-10-03,7.25
`;
const BANK = `Memo,Tag,Betrag,S/H
Zahlung zu INV-47110 danke,2026-10-01,100.00,H
Erstattung INV-47120,2026-10-02,20.50,S
INV-47130 und mehr,2026-10-03,7.25,X
`;

const CODES = `code,date,amount
C-7711,2026-10-01,100.00
C-7722,2026-10-02,-20.50
C-7733,2026-10-03,7.25
`;

/** Receipts with a column for each currency, and the same with a column that names it. */
function byCurrency() {
  const deals = Array.from({ length: 30 }, (_, at) => ({
    id: `R-${7000 + at * 13}`,
    day: `2026-10-${String(1 + (at % 28)).padStart(2, '0')}`,
    amount: `${100 + at * 37}.${10 + at}`,
    currency: at % 2 === 0 ? 'EUR' : 'USD',
  }));
  const receipts = deals.map(({ id, day, amount, currency }) =>
    [id, day, currency === 'EUR' ? amount : '', currency === 'USD' ? amount : ''].join(','),
  );
  const bank = deals.map(({ id, day, amount, currency }) => [id, day, amount, currency].join(','));
  return [
    textFile('receipts.csv', `receipt,date,Paid EUR,Paid USD\n${receipts.join('\n')}\n`),
    textFile('bank.csv', `id,date,amount,currency\n${bank.join('\n')}\n`),
  ];
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('how a field is read changes before the eyes, by keyboard alone', async ({ page }) => {
      await page.goto('/new');
      await drop(page, [textFile('ledger.csv', LEDGER), textFile('bank.csv', BANK)]);
      const change = page.getByRole('button', {
        name: 'Change how it is read Amount on the right',
      });
      await change.focus();
      await page.keyboard.press('Enter');

      const dialog = page.getByRole('dialog', { name: 'How Amount is read on the right' });
      const rows = dialog.getByRole('table', { name: 'Before and after' });
      await expect(rows.getByRole('row', { name: '2 20.50 20.5' })).toBeVisible();

      const text = dialog.getByLabel('In the rules');
      await text.focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('{column: Betrag, sign: {column: S/H, minus: [S], plus: [H]}}');
      await expect(rows.getByRole('row', { name: '2 20.50 · S -20.5' })).toBeVisible();
      await expect(dialog.getByRole('status')).toContainText('1 rejected');
      await expect(rows).toContainText("found 'X' in S/H, expected S for minus or H for plus");
      await expectNoFault(page, `the editor of a field, ${colorScheme}`);

      await text.fill('{expression: \'row["Betrag"].amount() + foo\'}');
      const fault = dialog.getByRole('list', { name: 'Faults of the field' }).getByRole('button');
      await expect(fault).toContainText('foo, which there is not');
      const use = dialog.getByRole('button', { name: 'Read it so' });
      await expect(use).toBeDisabled();
      await fault.press('Enter');
      await expect(text).toBeFocused();
      const at = await text.evaluate((area: HTMLTextAreaElement) => area.selectionStart);
      expect(at).toBe((await text.inputValue()).indexOf('foo'));

      await text.fill('{column: Betrag, sign: {column: S/H, minus: [S]}}');
      await expect(use).toBeEnabled();
      await use.press('Enter');
      await expect(dialog).toBeHidden();
      await page.getByText('Rules as text').click();
      await expect(page.getByRole('textbox', { name: 'Rules as text' })).toHaveValue(
        /amount: +\{column: Betrag, sign: \{column: S\/H, minus: \[S\]\}\}/,
      );
      await page.getByRole('button', { name: 'Run' }).click();
      await expect(page.getByText('What became of every entry')).toBeVisible();
    });
  });
}

test('a look-up table is dropped, and what it makes of the lines is seen', async ({ page }) => {
  await page.goto('/new');
  await drop(page, [textFile('ledger.csv', CODES), textFile('bank.csv', CODES)]);
  await page
    .getByRole('button', { name: /^Change how it is read .* on the right$/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Look-up table' }).click();
  const table = dialog.getByLabel(/^Look-up table /);
  await expect(table).toHaveValue(/C-7711/);
  const rows = dialog.getByRole('table', { name: 'Before and after' });
  await table.fill('C-7711, Main\nC-7722');
  await expect(dialog).toContainText('Line 2 has one column');
  await dialog
    .getByLabel(/^A CSV file for /)
    .setInputFiles(textFile('accounts.csv', 'code,name\nC-7711,Main\nC-7722,Savings\n'));
  await expect(dialog).toContainText('its header: code,name');
  await expect(rows.getByRole('row', { name: /^1 C-7711 Main/ })).toBeVisible();
  await expect(rows.getByRole('row', { name: /^2 C-7722 Savings/ })).toBeVisible();
  await expect(rows.getByRole('row', { name: /^3 C-7733 C-7733/ })).toBeVisible();
  await expectNoFault(page, 'the editor of a look-up table');
  await page.setViewportSize({ width: 390, height: 800 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await dialog.getByRole('button', { name: 'Read it so' }).click();
  await page.getByText('Rules as text').click();
  await expect(page.getByRole('textbox', { name: 'Rules as text' })).toHaveValue(
    /lookups:[\s\S]*C-7722: Savings/,
  );
});

test('the editor of a field fits a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('/new');
  await drop(page, [textFile('ledger.csv', LEDGER), textFile('bank.csv', BANK)]);
  await page.getByRole('button', { name: 'Change how it is read Amount on the right' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('table')).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('an amount in a column for each currency shows a sample of each', async ({ page }) => {
  await page.goto('/new');
  await drop(page, byCurrency());
  const amount = page.getByRole('row', { name: /^Amount/ });
  await expect(amount).toContainText('100.10 · 137.11');
  await expect(amount.getByLabel('left column of Amount')).toHaveAttribute(
    'title',
    'Paid EUR / Paid USD',
  );
  await page.getByRole('button', { name: 'Change how it is read Amount on the left' }).click();
  const dialog = page.getByRole('dialog', { name: 'How Amount is read on the left' });
  await expect(dialog.getByLabel('In the rules')).toHaveValue(/EUR: Paid EUR, USD: Paid USD/);
  await expectNoFault(page, 'the editor of an amount by currency');
});

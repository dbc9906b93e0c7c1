import { expectNoFault } from './axe';
import { archive, camt, ledgerText, payments, workbook } from './doorFiles';
import { drop, textFile } from './files';
import { expect, test } from './server';

test('a statement and a workbook: the proof at the door, then the breaks', async ({ page }) => {
  const all = payments(40);
  const booked = all.filter((_, at) => at !== 7).map((each, at) => (at === 12 ? less(each) : each));
  await page.goto('/new');
  await drop(page, [workbook('ledger.xlsx', { Ledger: booked }), camt('bank.xml', all)]);

  const bank = page.getByRole('region', { name: 'right file' });
  await expect(bank).toContainText('camt · 2 statements · 40 entries · proof holds');
  const proof = bank.getByRole('region', { name: 'opening + entries = closing' });
  await expect(proof.getByRole('row')).toHaveCount(3);
  await expect(proof.getByRole('row').nth(1)).toContainText('EUR 1,000.00');
  await expect(proof.getByRole('cell', { name: '0.00', exact: true })).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'left file' })).toContainText('xlsx · 39 entries');
  await expect(page.getByRole('heading', { name: 'Fields' })).toBeVisible();
  // High enough that the bar of the page's foot hides nothing.
  await page.setViewportSize({ width: 1440, height: 1800 });
  await expectNoFault(page, 'new, proved at the door');

  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText('Proven to the cent')).toBeVisible();
  const kinds = page.getByRole('table', { name: 'Breaks by kind' });
  await expect(kinds.getByRole('row', { name: /Missing on left/ })).toBeVisible();
  await page.getByRole('link', { name: 'Work the breaks' }).click();
  await expect(page.getByRole('complementary', { name: 'Compare' })).toContainText('INV-');
});

test('a held statement says how to mend it, and the mended one is dropped', async ({ page }) => {
  const all = payments(12);
  await page.goto('/new');
  await drop(page, [workbook('ledger.xlsx', { Ledger: all }), camt('bank.xml', all, 100)]);

  const bank = page.getByRole('region', { name: 'right file' });
  const held = bank.getByRole('alert');
  await expect(held).toContainText('Held at the door');
  await expect(held).toContainText(/bank\.xml, .*line \d+|bank\.xml, .*statement/);
  await expect(held).toContainText('expected');
  await expect(page.getByRole('button', { name: /^Run/ })).toHaveCount(0);
  await expectNoFault(page, 'new, held at the door');

  await drop(page, [textFile('only-a-head.csv', 'reference,date,amount\n')], bank);
  await expect(bank).toContainText('no entries');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByText('by name: the right side has no entries').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run' })).toBeEnabled();

  await drop(page, [camt('mended.xml', all)], bank);
  await expect(bank).toContainText('proof holds');
  await expect(bank.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText('Proven to the cent')).toBeVisible();
});

test('the other sheet is chosen, by keyboard, and the rules keep it', async ({ page }) => {
  const all = payments(50);
  const [march, april] = [all.slice(0, 20), all.slice(20)];
  await page.goto('/new');
  await drop(page, [
    workbook('two.xlsx', { March: march, April: april }),
    camt('april.xml', april),
  ]);
  const book = page.getByRole('region', { name: 'left file' });
  const sheet = book.getByLabel('Sheet');
  await expect(sheet).toHaveValue('March');
  await sheet.focus();
  await page.keyboard.press('ArrowDown');
  await expect(sheet).toHaveValue('April');
  await expect(book).toContainText('30 entries');
  await book.getByText('First entries').click();
  await expect(book.getByRole('region', { name: 'First entries' })).toContainText(
    april[0]?.reference ?? '',
  );
  await page.getByText('Rules as text').click();
  await expect(page.getByRole('textbox', { name: 'Rules as text' })).toHaveValue(/sheet: "?April/);
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText('Proven to the cent')).toBeVisible();
  await expect(page.getByText('30 entries = 30 matched').first()).toBeVisible();
});

test('of an archive that is no one table a file is chosen', async ({ page }) => {
  const all = payments(20);
  const month = archive('month.zip', [
    ['ledger.csv', ledgerText(all)],
    ['notes.csv', 'who,what\nx,y\n'],
  ]);
  await page.goto('/new');
  await drop(page, [month, camt('bank.xml', all)]);
  const left = page.getByRole('region', { name: 'left file' });
  await expect(left.getByRole('alert')).toContainText('Held at the door');
  await left.getByLabel('File in the archive').selectOption('ledger.csv');
  await expect(left.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Fields' })).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 1800 });
  await expectNoFault(page, 'new, a file of an archive');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText('20 entries = 20 matched').first()).toBeVisible();
});

function less(payment: ReturnType<typeof payments>[number]) {
  return { ...payment, cents: payment.cents - 100 };
}

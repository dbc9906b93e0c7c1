import { drop, sample, textFile } from './files';
import { expect, test } from './server';

test('an empty file says what is wrong and how to mend it', async ({ page }) => {
  const [ledger] = await sample();
  await page.goto('/new');
  await drop(page, [textFile('empty.csv', ''), ...(ledger ? [ledger] : [])]);
  const problem = page.getByRole('alert').first();
  await expect(problem).toContainText(/empty/i);
  await expect(page.getByRole('button', { name: /^Run/ })).toHaveCount(0);
});

test('a file that is no text is refused by name', async ({ page }) => {
  const [ledger] = await sample();
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1, 2, 3]);
  await page.goto('/new');
  await drop(page, [textFile('picture.csv', picture), ...(ledger ? [ledger] : [])]);
  await expect(page.getByRole('alert').first()).toContainText('picture.csv');
});

test('a fault in the rules is told with its line, and Run waits for it', async ({ page }) => {
  await page.goto('/new?sample=yes');
  await page.getByText('Rules as text').click();
  const rules = page.getByRole('textbox', { name: 'Rules as text' });
  const text = await rules.inputValue();
  await rules.fill(text.replace(/kind: exact/, 'kind: exactly'));
  await expect(page.getByRole('list', { name: 'Faults' })).toContainText(/Line \d+:\d+/);
  await expect(page.getByRole('button', { name: /^Run/ })).toBeDisabled();

  await rules.fill(`${text}# mended by hand\n`);
  await expect(page.getByRole('list', { name: 'Faults' })).toHaveCount(0);
  await expect(rules).toBeFocused();

  await page.getByRole('button', { name: 'Back to what was inferred' }).click();
  await expect(page.getByRole('button', { name: /^Run/ })).toBeEnabled();
});

test('another column for a field changes the rules', async ({ page }) => {
  await page.goto('/new?sample=yes');
  await expect(page.getByText('compared with nothing')).toContainText('Valuta');
  await page.getByLabel('right column of Date').selectOption('Valuta');
  await page.getByText('Rules as text').click();
  await expect(page.getByRole('textbox', { name: 'Rules as text' })).toHaveValue(/Valuta/);
  await expect(page.getByLabel('right column of Date')).toHaveValue('Valuta');
});

test('an address that leads nowhere says so', async ({ page }) => {
  await page.goto('/no/such/page');
  await expect(page.getByText('Nothing lives here')).toBeVisible();
  await page.goto('/r/00000000-0000-4000-8000-000000000000/breaks');
  await expect(page.getByRole('alert')).toBeVisible();
});

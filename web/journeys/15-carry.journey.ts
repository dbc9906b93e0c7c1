import type { Page } from '@playwright/test';
import { expectNoFault } from './axe';
import { drop, textFile } from './files';
import { expect, test } from './server';
import { grid, pane, reconcile, selectedRow } from './steps';

const HEAD = 'reference,date,amount,currency,party';

function ledger(lines: number, more: readonly string[]) {
  const text = Array.from({ length: lines }, (_, at) => {
    const day = String(1 + (at % 28)).padStart(2, '0');
    return `INV-${7000 + at * 3},2026-10-${day},${100 + at * 7}.25,EUR,Customer ${at % 9}`;
  });
  return `${[HEAD, ...text, ...more].join('\n')}\n`;
}

const LATE = 'INV-9001,2026-10-30,812.40,EUR,Globex Ltd';
const NEVER = 'INV-9004,2026-10-30,55.00,EUR,Initech Inc';

async function first(page: Page, name: string) {
  await reconcile(
    page,
    [textFile('ledger-10.csv', ledger(40, [LATE, NEVER])), textFile('bank-10.csv', ledger(40, []))],
    name,
  );
}

const november = textFile(
  'bank-11.csv',
  `${HEAD}\n${LATE.replace('10-30', '11-02')}\nINV-9100,2026-11-03,9.99,EUR,Nobody\n`,
);

test('what is open is carried on by keyboard, keeps its age and meets what came later', async ({
  page,
}) => {
  await first(page, 'Carried by keys');
  const before = page.url();
  const other = await page.context().newPage();
  await other.goto(before);
  await expect(other.getByText('What became of every entry')).toBeVisible();
  const dialog = page.getByRole('dialog', { name: 'New run' });
  // On a busy machine the second key may come when the first is forgotten.
  await expect(async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await expect(dialog).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(dialog.getByRole('radio', { name: /Add new files to what is open/ })).toBeChecked();
  await expectNoFault(page, 'the new run dialog');
  await dialog.getByLabel('Drop the right file').setInputFiles(november);
  await dialog.getByRole('button', { name: 'Run' }).focus();
  await page.keyboard.press('Enter');

  await expect(page.getByText(/Carries on 2 left and 0 right entries/)).toBeVisible();
  await expect(page.getByText('What became of every entry')).toBeVisible();
  await expect(page.getByText('carried entries against bank-11.csv')).toBeVisible();
  await expectNoFault(page, 'the run');
  await page.keyboard.press('w');
  await expect(grid(page).getByText('INV-9004')).toBeVisible();
  const late = grid(page).getByRole('row').filter({ hasText: 'INV-9001' });
  await expect(late).toContainText('Date differs');
  await grid(page).getByText('INV-9004').click();
  await expect(pane(page)).toContainText('Open since run #1');
  await expect(pane(page)).toContainText('first line 42 of ledger-10.csv; 1 run left it open');

  await expect(other.getByText(/has carried on what is open here/)).toBeVisible();
  await page.goto(before);
  await page.getByRole('link', { name: 'run #2' }).waitFor();
  await page.keyboard.press('w');
  await expect(grid(page).getByText('matched in run #2')).toBeVisible();
  await grid(page).getByText('INV-9001').click();
  await expect(selectedRow(page)).toContainText('INV-9001');
  await expect(pane(page)).toContainText('carried it on; it is matched there');
  await expectNoFault(page, 'the old break');
});

test('over everything adds nothing of an earlier run', async ({ page }) => {
  await first(page, 'Over everything');
  await page.getByRole('button', { name: 'New run' }).click();
  const dialog = page.getByRole('dialog', { name: 'New run' });
  await dialog.getByRole('radio', { name: /Over everything/ }).check();
  await expect(dialog.getByRole('button', { name: 'Run' })).toBeDisabled();
  await drop(
    page,
    [textFile('ledger-all.csv', ledger(41, [LATE, NEVER]))],
    dialog.getByText('Drop the left file'),
  );
  await drop(
    page,
    [textFile('bank-all.csv', ledger(40, [LATE]))],
    dialog.getByText('Drop the right file'),
  );
  await dialog.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText('ledger-all.csv against bank-all.csv')).toBeVisible();
  await expect(page.getByText('What became of every entry')).toBeVisible();
  await expect(page.getByText(/Carries on/)).toHaveCount(0);
});

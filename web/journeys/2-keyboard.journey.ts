import { sample, textFile } from './files';
import { expect, test } from './server';
import { grid, pane, reconcile, selectedRow } from './steps';

test('drop, run, and the first break is compared, by keyboard alone', async ({ page }) => {
  await page.goto('/new');
  await expect(page.getByText('Drop two files to compare')).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  const browse = page.getByLabel('Drop two files to compare');
  for (let tabs = 0; tabs < 16; tabs++) {
    await page.keyboard.press('Tab');
    if (await browse.evaluate((field) => field === document.activeElement)) break;
  }
  await expect(browse).toBeFocused();
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(await sample());

  await expect(page.getByRole('button', { name: 'Run' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Proven to the cent')).toBeVisible();

  await page.keyboard.press('w');
  await expect(grid(page)).toBeVisible();
  await expect(pane(page).getByRole('table')).toBeVisible();
  const first = await selectedRow(page).getAttribute('id');

  await page.keyboard.press('j');
  await expect(selectedRow(page)).not.toHaveAttribute('id', first ?? '');
  await expect(page).toHaveURL(/sel=/);
  await page.keyboard.press('k');
  await expect(selectedRow(page)).toHaveAttribute('id', first ?? '');
});

/** Ten pairs that agree, and three of which each half stands alone, one beside the other. */
function nearly(name: string, far: string) {
  const lines = Array.from({ length: 13 }, (_, at) => {
    const day = String(at + 1).padStart(2, '0');
    return at < 10
      ? `INV-${100 + at},${10 + at}.50,EUR,2026-10-${day},Customer ${at}`
      : `${far}-${at * 7919},${10 + at}.50,EUR,2026-${name === 'right' ? 12 : 10}-${day},${far}`;
  });
  return textFile(`${name}.csv`, `ref,amount,ccy,date,who\n${lines.join('\n')}\n`);
}

test('the last break is reached without a step by hand', async ({ page }) => {
  await reconcile(page, [nearly('left', 'Acme'), nearly('right', 'Globex')], 'To the last');
  await page.keyboard.press('w');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '7');
  for (const handled of ['1 handled', '2 handled', '3 handled']) {
    await expect(selectedRow(page)).toContainText('Missing on');
    await page.keyboard.press('1');
    await expect(pane(page).getByRole('button', { name: /Match candidate 1/ })).toBeEnabled();
    await page.keyboard.press('Enter');
    await expect(page.getByText(handled)).toBeVisible();
  }
  await expect(grid(page).getByRole('row').filter({ hasText: 'Missing on' })).toHaveCount(0);
});

test('every page of a reconciliation has its key', async ({ page }) => {
  await reconcile(page, await sample(), 'By key');
  for (const [key, path] of [
    ['b', /breaks/],
    ['m', /matches/],
    ['l', /rules/],
    ['o', /runs/],
  ] as const) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect(page).toHaveURL(path);
    await expect(page.getByRole('navigation', { name: 'Pages of this' })).toBeVisible();
  }
});

test('the palette and the key sheet open, act and close by key', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /Search/ }).fill('new rec');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/new$/);

  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(page).toHaveURL(/\/$/);
});

test('filters, order and the open row are in the address and survive a reload', async ({
  page,
}) => {
  await reconcile(page, await sample(), 'Kept in the address');
  await page.getByRole('link', { name: /^Work/ }).first().click();
  await page.getByRole('button', { name: /^Missing on right/ }).click();
  await page.getByLabel('Order').selectOption('value');
  await expect(page).toHaveURL(/kind=missing-on-right/);
  await expect(grid(page).getByText('Missing on left')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await grid(page).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const chosen = await selectedRow(page).getAttribute('id');

  await page.reload();
  await expect(selectedRow(page)).toHaveAttribute('id', chosen ?? '');
  await expect(page.getByLabel('Order')).toHaveValue('value');
  await expect(page.getByRole('button', { name: /^Missing on right/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

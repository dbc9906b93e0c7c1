import type { Page } from '@playwright/test';
import { authorization } from './door';
import { sample } from './files';
import { expect, test } from './server';
import { reconcile } from './steps';

interface Row {
  readonly id?: string;
}

/** Lets a list go on with one row more: its first one, changed. */
async function goOn(page: Page, list: RegExp, change: (row: Row) => object) {
  let first: Row = {};
  await page.route(list, async (route) => {
    if (route.request().url().includes('cursor=')) {
      await route.fulfill({ json: { items: [change(first)], next: null } });
      return;
    }
    const response = await route.fetch();
    const { items } = await response.json();
    first = items[0];
    await route.fulfill({ response, json: { items, next: 'more' } });
  });
}

test('what is on a further page counts, and stands where its value puts it', async ({ page }) => {
  await reconcile(page, await sample(), 'On the first page');
  await goOn(page, /\/api\/v1\/reconciliations\?/, (row) => ({
    ...row,
    id: '00000000-0000-7000-8000-000000000001',
    name: 'On the second page',
    resultRun: {
      ...(row as { resultRun: object }).resultRun,
      openValues: [{ currency: 'NOK', value: '999999999.00' }],
    },
  }));
  await page.goto('/');
  const rows = page.getByRole('table', { name: /^Reconciliations/ }).getByRole('row');
  await expect(rows.nth(1)).toContainText('On the second page');
  const openValue = page.getByRole('definition').first();
  await expect(openValue).toContainText('999,999,999.00');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('second page');
  await expect(page.getByRole('option', { name: /On the second page/ }).first()).toBeVisible();
});

test('a long list of sources is whole, and one of deliveries goes on', async ({ page }) => {
  const headers = await authorization(page.request);
  const made = await page.request.post('/api/v1/sources', { headers, data: { name: 'Long' } });
  const source = await made.json();
  const delivered = await page.request.post(`/api/v1/sources/${source.id}/deliveries?name=a.csv`, {
    headers: { ...headers, 'Content-Type': 'application/octet-stream' },
    data: 'reference,amount\nR-1,10.00\nR-2,20.00\n',
  });
  expect(delivered.ok()).toBe(true);

  await goOn(page, /\/api\/v1\/source-standings\?/, (row) => ({
    ...row,
    source: { ...(row as { source: object }).source, id: 'other', name: 'Behind the first page' },
  }));
  await page.goto('/sources');
  await expect(page.getByRole('link', { name: 'Behind the first page' })).toBeVisible();

  await goOn(page, /\/deliveries\?limit/, (row) => ({ ...row, number: 77 }));
  await page.goto(`/sources/${source.id}`);
  const deliveries = page.getByRole('table', { name: 'Deliveries' });
  await expect(deliveries).toContainText('#1 a.csv');
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(deliveries).toContainText('#77 a.csv');
});

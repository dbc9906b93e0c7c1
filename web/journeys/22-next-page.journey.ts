import type { Page } from '@playwright/test';
import { sample } from './files';
import { expect, test } from './server';
import { grid, pane, reconcile, selectedRow, thisRow } from './steps';

/** Lets a list go on after its first page; each further one fails until it is told not to. */
async function failNextPages(page: Page, list: RegExp) {
  let fails = true;
  let asked = () => {};
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(list, async (route) => {
    if (!route.request().url().includes('cursor=')) {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), next: 'more' } });
      return;
    }
    asked();
    await isReleased;
    if (fails) await route.abort();
    else await route.fulfill({ json: { items: [], next: null } });
  });
  return {
    isAsked,
    fail: release,
    succeed: () => {
      fails = false;
    },
  };
}

test('a page of breaks that fails takes nothing away, and can be asked for again', async ({
  page,
}) => {
  const pages = await failNextPages(page, /\/api\/v1\/runs\/[^/]+\/breaks\?/);
  await reconcile(page, await sample(), 'Next page');
  await page.getByRole('table', { name: 'Breaks by kind' }).getByRole('link').first().click();
  await expect(selectedRow(page)).toHaveCount(1);
  await pages.isAsked;
  await page.keyboard.press('c');
  await page.keyboard.type('Asked the bank');
  pages.fail();

  const list = page.getByRole('region', { name: 'List' });
  await expect(list.getByRole('alert')).toContainText('The server does not answer');
  await expect(grid(page)).toBeVisible();
  await expect(pane(page).getByRole('textbox', { name: 'Comment' })).toHaveValue('Asked the bank');
  await expect(page.getByRole('complementary', { name: 'Filters' })).toBeVisible();

  pages.succeed();
  await list.getByRole('button', { name: 'Retry' }).click();
  await expect(list.getByRole('alert')).toHaveCount(0);
  await expect(pane(page).getByRole('textbox', { name: 'Comment' })).toHaveValue('Asked the bank');
});

test('a page of matches that fails leaves the list and the match beside it', async ({ page }) => {
  const pages = await failNextPages(page, /\/api\/v1\/runs\/[^/]+\/matches\?/);
  pages.fail();
  await reconcile(page, await sample(), 'Next matches');
  await page.getByRole('link', { name: 'Suggested' }).click();

  const list = page.getByRole('region', { name: 'List' });
  await expect(list.getByRole('alert')).toContainText('The server does not answer');
  await expect(list.getByRole('grid')).toBeVisible();
  await expect(page.getByRole('complementary')).toBeVisible();

  pages.succeed();
  await list.getByRole('button', { name: 'Retry' }).click();
  await expect(list.getByRole('alert')).toHaveCount(0);
});

test('a list that cannot be read keeps its filters, so that another can be chosen', async ({
  page,
}) => {
  await reconcile(page, await sample(), 'No list');
  await page.keyboard.press('w');
  await thisRow(page);
  const read = /\/api\/v1\/runs\/[^/]+\/breaks\?.*side=left/;
  await page.route(read, (route) => route.abort());
  const filters = page.getByRole('complementary', { name: 'Filters' });
  await filters.getByRole('button', { name: /^Left/ }).click();
  const list = page.getByRole('region', { name: 'List' });
  await expect(list.getByRole('alert')).toContainText('The server does not answer');
  await filters.getByRole('button', { name: /^Left/ }).click();
  await expect(list.getByRole('alert')).toHaveCount(0);
  await expect(grid(page)).toBeVisible();
});

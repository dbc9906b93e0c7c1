import type { Page } from '@playwright/test';
import { drop, type TestFile } from './files';
import { expect } from './server';

/** Drops two files on the new page, runs, and waits for the result. */
export async function reconcile(page: Page, files: readonly TestFile[], name: string) {
  await page.goto('/new');
  await drop(page, files);
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByText('What became of every entry')).toBeVisible();
}

export function grid(page: Page) {
  return page.getByRole('grid', { name: 'Breaks' });
}

export function pane(page: Page) {
  return page.getByRole('complementary', { name: 'Compare' });
}

export function selectedRow(page: Page) {
  return grid(page).locator('[role=row][aria-selected=true]');
}

/** The row that is selected now, also after the selection has gone on. */
export async function thisRow(page: Page) {
  return grid(page).locator(`[id="${await selectedRow(page).getAttribute('id')}"]`);
}

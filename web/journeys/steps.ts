import type { APIResponse, Page } from '@playwright/test';
import { authorization } from './door';
import type { TestFile } from './files';
import { expect } from './server';

/**
 * Has two files reconciled by the rules that the server proposes, as a program does, and opens the
 * run once it has ended. How a person gets there, other journeys show.
 */
export async function reconcile(page: Page, files: readonly TestFile[], name: string) {
  const headers = await authorization(page.request);
  const [leftFile, rightFile] = await sent(page, files);
  const proposals = `/api/v1/proposals?leftFile=${leftFile}&rightFile=${rightFile}`;
  const { rules } = await answered(page.request.get(proposals, { headers }));
  const reconciliations = '/api/v1/reconciliations';
  const reconciliation = await answered(
    page.request.post(reconciliations, { headers, data: { name, rules } }),
  );
  const run = await answered(
    page.request.post(`${reconciliations}/${reconciliation.id}/runs`, {
      headers,
      data: { leftFile, rightFile },
    }),
  );
  await page.goto(`/r/${reconciliation.id}/runs/${run.id}`);
  await expect(page.getByText('What became of every entry')).toBeVisible();
}

/** Sends files to the server, which names them. */
export async function sent(page: Page, files: readonly TestFile[]): Promise<string[]> {
  const headers = await authorization(page.request);
  const ids = [];
  for (const file of files) {
    const asked = { headers: { ...headers, 'Content-Type': BYTES }, data: file.buffer };
    const path = `/api/v1/files?name=${encodeURIComponent(file.name)}`;
    ids.push((await answered(page.request.post(path, asked))).id as string);
  }
  return ids;
}

const BYTES = 'application/octet-stream';

export async function answered(asked: Promise<APIResponse>) {
  const answer = await asked;
  expect(answer.ok(), answer.url()).toBe(true);
  return answer.json();
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

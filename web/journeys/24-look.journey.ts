import type { Page } from '@playwright/test';
import { authorization } from './door';
import { sample } from './files';
import { expect, test } from './server';
import { grid, pane, reconcile, selectedRow } from './steps';

interface Row {
  readonly id: string;
  readonly number: number;
  readonly matchId: string | null;
  readonly left: { readonly line: number; readonly amount: { currency: string } } | null;
  readonly right: { readonly line: number; readonly amount: { currency: string } } | null;
}

interface Shown {
  readonly rec: string;
  readonly run: string;
}

/** The run that is shown, and a way to ask its server as a program does. */
function shown(page: Page): Shown {
  const [, , rec = '', , run = ''] = new URL(page.url()).pathname.split('/');
  return { rec, run };
}

async function send(page: Page, method: string, path: string, data?: object) {
  const headers = { ...(await authorization(page.request)) };
  const found = await page.request.fetch(`/api/v1${path}`, { method, headers, data });
  expect(found.ok(), path).toBe(true);
  return found.json();
}

/** Matches two open entries by hand, and gives the break of the left one, which is resolved. */
async function matchTwo(page: Page, { run }: Shown) {
  const { items } = (await send(page, 'GET', `/runs/${run}/breaks?status=open`)) as {
    items: Row[];
  };
  const alone = items.filter(({ matchId }) => matchId === null);
  const left = alone.find((row) => row.left && partnerOf(row));
  function partnerOf({ left }: Row) {
    return alone.find(({ right }) => right && right.amount.currency === left?.amount.currency);
  }
  const right = left && partnerOf(left);
  if (!left?.left || !right?.right) throw new Error('The sample has no two to match');
  const body = { kind: 'match-by-hand', left: [left.left.line], right: [right.right.line] };
  const decision = await send(page, 'POST', `/runs/${run}/decisions`, body);
  return { left, decision: decision.id as string };
}

test('a link to a break that is not in the list shows that break and no other', async ({
  page,
}) => {
  await reconcile(page, await sample(), 'Links');
  const { rec, run } = shown(page);
  const { left } = await matchTwo(page, { rec, run });
  await page.goto(`/r/${rec}/breaks?run=${run}&sel=${left.id}`);
  await expect(pane(page).getByRole('heading', { level: 2 })).toContainText(`B-${left.number}`);
  await expect(pane(page)).toContainText('This break is not in this list');
  await expect(grid(page)).toBeVisible();
  await expect(selectedRow(page)).toHaveCount(0);
  await expect(pane(page).getByRole('contentinfo')).toHaveCount(0);

  await page.keyboard.press('u');
  await page.keyboard.press('Enter');
  await expect(page.getByText('handled')).toHaveCount(0);
  await page.keyboard.press('j');
  await expect(selectedRow(page)).toHaveCount(1);
  await expect(pane(page)).not.toContainText('not in this list');
});

test('a link to a match that is not in the list shows that match and no other', async ({
  page,
}) => {
  await reconcile(page, await sample(), 'Match links');
  const { rec, run } = shown(page);
  const { items } = await send(page, 'GET', `/runs/${run}/matches?status=matched`);
  const [match] = items as Row[];
  await page.goto(`/r/${rec}/matches?run=${run}&status=suggested&sel=${match?.id}`);
  await expect(pane(page).getByRole('heading', { level: 2 })).toContainText(`M-${match?.number}`);
  await expect(pane(page)).toContainText('This match is not in this list');
  const selected = page.locator('[role=row][aria-selected=true]');
  await expect(page.getByRole('grid', { name: 'Matches' })).toBeVisible();
  await expect(selected).toHaveCount(0);
  await page.keyboard.press('j');
  await expect(selected).toHaveCount(1);
  await expect(pane(page)).not.toContainText('not in this list');
});

test('a look at what would be undone shows the break that was resolved', async ({ page }) => {
  await reconcile(page, await sample(), 'Look');
  const { rec, run } = shown(page);
  const { left, decision } = await matchTwo(page, { rec, run });
  const { version } = await send(page, 'GET', `/reconciliations/${rec}`);
  const headers = { ...(await authorization(page.request)), 'If-Match': `"${version}"` };
  const saved = await page.request.put(`/api/v1/reconciliations/${rec}/four-eyes`, {
    headers,
    data: { askedFor: 'all' },
  });
  expect(saved.ok()).toBe(true);
  await send(page, 'POST', `/decisions/${decision}/undo`);

  await page.goto('/approvals?queue=mine');
  await expect(page.getByRole('table')).toContainText('proposes to undo');
  await page.keyboard.press('Enter');
  await expect(pane(page).getByRole('heading', { level: 2 })).toContainText(`B-${left.number}`);
  await expect(selectedRow(page)).toContainText(`B-${left.number}`);
  await expect(pane(page).getByRole('button', { name: 'Withdraw' })).toBeVisible();
});

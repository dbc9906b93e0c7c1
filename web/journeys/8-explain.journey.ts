import type { APIRequestContext, Page } from '@playwright/test';
import { authorization } from './door';
import { expect, test } from './server';
import { pane } from './steps';

const SIDE = [
  '{fields: {reference: {column: ref}, amount: {column: amount},',
  'date: {column: date, format: yyyy-MM-dd}}}',
].join(' ');
const RULES = `version: 1
decimals: 2
left: ${SIDE}
right: ${SIDE}
passes:
  - {name: exact, kind: exact, key: [reference, amount]}
  - {name: near, kind: close, key: [reference], amount: 0.05, days: 3}
  - {name: batch, kind: group, key: [reference]}
`;

/** The second entries are 0.09 apart where 0.05 are allowed; the fourth is paid in two parts. */
function side(right: boolean): string {
  const lines = Array.from({ length: 40 }, (_, at) => {
    const row = at + 1;
    const key = `INV-${1000 + row * 37},2026-10-${10 + (row % 19)}`;
    const amount = row * 11;
    if (right && row === 2) return `${key},${amount}.41`;
    if (right && row === 4) return `${key},20.50\n${key},${amount - 20}.00`;
    return `${key},${amount}.50`;
  });
  return `ref,date,amount\n${lines.join('\n')}\n`;
}

async function made(request: APIRequestContext, page: Page) {
  const authorized = await authorization(request);
  const upload = async (name: string, data: string) => {
    const headers = { ...authorized, 'Content-Type': 'application/octet-stream' };
    const answer = await request.post(`/api/v1/files?name=${name}`, { headers, data });
    return (await answer.json()).id as string;
  };
  const leftFile = await upload('left.csv', side(false));
  const rightFile = await upload('right.csv', side(true));
  const reconciliations = '/api/v1/reconciliations';
  const reconciliation = await request.post(reconciliations, {
    headers: authorized,
    data: { name: 'Explained', rules: RULES },
  });
  const { id } = await reconciliation.json();
  const run = await request.post(`${reconciliations}/${id}/runs`, {
    headers: authorized,
    data: { leftFile, rightFile },
  });
  await page.goto(`/r/${id}/runs/${(await run.json()).id}`);
  await expect(page.getByText('What became of every entry')).toBeVisible();
  return id as string;
}

test('an open entry says what failed, by how much, and which rule would match it', async ({
  page,
  request,
}) => {
  const rec = await made(request, page);
  await page.goto(`/r/${rec}/breaks?status=open&kind=missing-on-right`);
  const candidates = pane(page).getByRole('region', { name: 'Candidates' });
  await expect(candidates).toContainText('nearest of 41 on the right');
  await expect(candidates).toContainText('the amounts are 0.09 apart');
  await expect(candidates).toContainText('Smallest change of the rules');
  await expect(candidates).toContainText('Then candidate 1 matches, and no other open entry.');

  await page.keyboard.press('1');
  await expect(candidates.getByText('Sum', { exact: true })).toBeVisible();
  await expect(candidates).toContainText('0.04 over tolerance: the amounts are 0.09 apart');
  await expect(pane(page).getByRole('button', { name: 'Match candidate 1' })).toBeEnabled();
});

test('a match of many shows its entries, its sums and why', async ({ page, request }) => {
  const rec = await made(request, page);
  await page.goto(`/r/${rec}/matches?pass=batch`);
  const entries = pane(page).getByRole('table', { name: 'The entries of the match' });
  await expect(entries).toContainText('2 together');
  await expect(entries).toContainText('44.50');
  await expect(entries.getByRole('row', { name: /Left less right/ })).toContainText('0.00');
  const why = pane(page).getByRole('region', { name: 'Why these entries' });
  await expect(why.getByRole('list', { name: 'What batch asks' })).toContainText('44.50');
  await expect(why).toContainText('added up the same amount');
  await why.getByText('Nearest others').click();
  await expect(why).toContainText(/Taken by exact for line/);
});

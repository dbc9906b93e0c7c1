import { sample } from './files';
import { expect, test } from './server';
import { pane, reconcile } from './steps';

test('a page that missed what happened says so, and reads it when asked', async ({ page }) => {
  let tellReset = () => {};
  await page.routeWebSocket(/\/ws\?/, (socket) => {
    socket.connectToServer();
    tellReset = () => socket.send(JSON.stringify({ id: 1, type: 'reset' }));
  });
  await reconcile(page, await sample(), 'Missed');
  const tabs = page.getByRole('navigation', { name: 'Pages of this reconciliation' });
  const maybeOld = page.getByText('Others may have decided meanwhile');
  for (const list of ['Breaks', 'Matches']) {
    await tabs.getByRole('link', { name: list }).click(); // with a count, once that is known
    await expect(page.getByRole('grid', { name: list })).toBeVisible();
    await expect(pane(page).getByRole('table').first()).toBeVisible();
    await expect(maybeOld).toHaveCount(0);
    const counted = page.waitForRequest('**/api/v1/approval-counts');
    tellReset();
    await counted;
    await expect(maybeOld).toBeVisible();
    const read = page.waitForRequest(new RegExp(`/runs/[^/]+/${list.toLowerCase()}\\?`));
    await page.keyboard.press('r');
    await read;
    await expect(maybeOld).toHaveCount(0);
  }
});

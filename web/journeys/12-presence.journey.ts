import { elsewhere } from './door';
import { sample } from './files';
import { accept, invite } from './invite';
import { expect, test } from './server';
import { grid, pane, reconcile, selectedRow, thisRow } from './steps';

const ZOE = { name: 'Zoe Alt', email: 'zoe@example.com', password: 'lanterns over the weir' };

test('two people see each other at the same break', async ({ page, browser, server }) => {
  await reconcile(page, await sample(), 'Together');
  const breaks = `${new URL(page.url()).pathname.replace(/\/runs\/.*/, '')}/breaks`;
  const zoe = await elsewhere(browser, server.address);
  await accept(zoe, await invite(page, ZOE.email, 'Analyst'), ZOE);

  await zoe.goto(breaks);
  await expect(selectedRow(zoe)).toHaveCount(1);
  await page.goto(breaks);
  const also = pane(page).getByText('Zoe Alt looks at this break too.');
  await expect(also).toBeVisible();
  await expect(grid(page).getByRole('img', { name: 'Zoe Alt here now' })).toHaveCount(1);

  await zoe.keyboard.press('j');
  await expect(also).toHaveCount(0);
  await expect(selectedRow(page).getByRole('img', { name: /here now/ })).toHaveCount(0);
  await expect(grid(page).getByRole('img', { name: 'Zoe Alt here now' })).toHaveCount(1);

  await zoe.context().close();
});

test('what is decided in one tab is seen in the other, and undone from either', async ({
  page,
}) => {
  await reconcile(page, await sample(), 'Two tabs');
  await page.keyboard.press('w');
  await expect(selectedRow(page)).toHaveCount(1);
  const address = page.url();
  await page.goto(`${address}&kind=missing-on-right&status=open`);
  await expect(selectedRow(page)).toHaveCount(1);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(selectedRow(other)).toHaveCount(1);
  await expect(
    pane(other)
      .getByText(/likely|Candidates/)
      .first(),
  ).toBeVisible();
  const row = await thisRow(page);
  const same = grid(other).locator(`[id="${await row.getAttribute('id')}"]`);

  await page.keyboard.press('1');
  await expect(pane(page).getByRole('button', { name: /Match candidate 1/ })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(row).toContainText('matched · undo');
  await expect(same).toContainText('matched elsewhere');
  await expect(other.getByText('1 decided elsewhere')).toBeVisible();

  await other.keyboard.press('r');
  await expect(same).toHaveCount(0);
  await expect(selectedRow(other)).toHaveCount(1);
  await other.keyboard.press('Control+z');
  await expect(same).toContainText('Missing on right');
  await expect(same).toHaveAttribute('aria-selected', 'true');
  await expect(row).toContainText('Missing on right');
});

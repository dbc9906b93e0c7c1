import { elsewhere } from './door';
import { sample } from './files';
import { accept, invite } from './invite';
import { expect, test } from './server';
import { grid, pane, reconcile, selectedRow } from './steps';

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

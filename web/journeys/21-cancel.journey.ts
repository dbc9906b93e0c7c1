import { sample } from './files';
import { expect, test } from './server';
import { reconcile } from './steps';

test('a new run that is cancelled while its files go up is not made', async ({ page }) => {
  await reconcile(page, await sample(), 'Cancel');
  const address = page.url();
  await page.getByRole('button', { name: 'New run' }).click();
  const dialog = page.getByRole('dialog', { name: 'New run' });
  await dialog.getByRole('radio', { name: /^Over everything/ }).check();
  const [left, right] = await sample();
  if (!left || !right) throw new Error('two files');
  await dialog.getByLabel('Drop the left file').setInputFiles(left);
  await dialog.getByLabel('Drop the right file').setInputFiles(right);
  let begun = 0;
  let goOn = () => {};
  const isCancelled = new Promise<void>((resume) => {
    goOn = resume;
  });
  await page.route(/\/api\/v1\/files\?/, async (route) => {
    begun++;
    await isCancelled;
    // A request that was taken back cannot go on any more.
    await route.continue().catch(() => undefined);
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  const ended: string[] = [];
  page.on('requestfailed', (request) => ended.push(request.url()));
  page.on('requestfinished', (request) => ended.push(request.url()));

  await dialog.getByRole('button', { name: 'Run', exact: true }).click();
  await expect.poll(() => begun).toBe(2);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  goOn();
  await expect.poll(() => ended.filter((url) => url.includes('/files?')).length).toBe(2);
  await page.keyboard.press('w');
  await expect(page.getByRole('grid', { name: 'Breaks' })).toBeVisible();
  expect(asked.filter((each) => /^POST .*\/runs$/.test(each))).toEqual([]);
  expect(page.url()).toContain(new URL(address).pathname.replace(/\/runs\/.*/, ''));
});

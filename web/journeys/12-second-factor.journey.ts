import { ADMIN, totpCode } from './door';
import { expect, startServer, test } from './server';

const START_MILLIS_MAX = 180_000;

test('where admins need a second factor, the first one begins with it', async ({ browser }) => {
  test.setTimeout(START_MILLIS_MAX);
  const strict = await startServer({ ADMIN_SECOND_FACTOR: 'true' });
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();

  await page.goto(strict.setUpLink);
  await page.getByLabel('Name').fill(ADMIN.name);
  await page.getByLabel('E-mail address').fill(ADMIN.email);
  await page.getByLabel('Password').fill(ADMIN.password);
  await page.getByRole('button', { name: 'Begin' }).click();
  const needed = page.getByRole('heading', { name: 'A second factor is needed' });
  await expect(needed).toBeVisible();
  await page.goto(`${strict.address}/people`);
  await expect(needed, 'no address leads around it').toBeVisible();

  await page.getByLabel('Your password', { exact: true }).fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  const secret = (await page.locator('code').textContent()) ?? '';
  await page.getByRole('textbox', { name: 'Code' }).fill(totpCode(secret, Date.now()));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('button', { name: 'I have kept them' }).click();

  await expect(page.getByRole('button', { name: `${ADMIN.name}: account` })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(ADMIN.name) })).toContainText('On');
  await context.close();
  await strict.stop();
});

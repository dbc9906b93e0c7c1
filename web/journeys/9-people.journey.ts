import type { APIRequestContext } from '@playwright/test';
import { ADMIN, authorization, elsewhere, fillSignIn, signIn, signOut, totpCode } from './door';
import { sample } from './files';
import { accept, invite } from './invite';
import { expect, test } from './server';
import { grid, pane, reconcile, selectedRow } from './steps';

const VERA = {
  name: 'Vera Lind',
  email: 'vera@example.com',
  password: 'copper kettles sing at six',
};
const IDA = { name: 'Ida Moe', email: 'ida@example.com', password: 'nine grey stones by sea' };
const BEN = { name: 'Ben Okoro', email: 'ben@example.com', password: 'a small green boat in fog' };

test('the link of the first start works once', async ({ page, server }) => {
  await page.goto(server.setUpLink);
  await page.getByLabel('Name').fill('Somebody else');
  await page.getByLabel('E-mail address').fill('else@example.com');
  await page.getByLabel('Password').fill('marbles under the stairs');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('alert')).toContainText('There is an administrator');
});

test('who is invited comes in, and is offered what the role may', async ({
  page,
  browser,
  server,
}) => {
  await reconcile(page, await sample(), 'Roles');
  const address = new URL(page.url());
  const link = await invite(page, VERA.email, 'Viewer');

  const vera = await elsewhere(browser, server.address);
  await accept(vera, link, VERA);
  await expect(vera.getByText('Read only')).toBeVisible();
  await expect(vera.getByRole('link', { name: 'Roles' }).first()).toBeVisible();
  await expect(vera.getByRole('link', { name: 'New reconciliation' })).toHaveCount(0);
  await expect(vera.getByRole('navigation', { name: 'Places' })).not.toContainText('Audit');

  await vera.goto(`${address.pathname.replace(/\/runs\/.*/, '')}/breaks`);
  await expect(selectedRow(vera)).toHaveCount(1);
  await expect(pane(vera).getByRole('table')).toBeVisible();
  await expect(pane(vera).getByRole('button', { name: /Match|Unmatch|tray|Comment/ })).toHaveCount(
    0,
  );
  for (const key of ['c', 'u', 'm', 'Space', 'Enter']) await vera.keyboard.press(key);
  await expect(vera.getByRole('textbox', { name: 'Comment' })).toHaveCount(0);
  await expect(vera.getByRole('region', { name: 'Tray' })).toHaveCount(0);
  await expect(grid(vera).getByText('undo')).toHaveCount(0);

  await page.goto('/people');
  await page.getByRole('button', { name: `Change ${VERA.name}` }).click();
  const dialog = page.getByRole('dialog', { name: VERA.name });
  await dialog.getByLabel('Analyst').check();
  await dialog.getByRole('button', { name: 'Change the roles' }).click();
  await expect(page.getByRole('row', { name: new RegExp(VERA.name) })).toContainText('Analyst');

  await vera.reload();
  await expect(pane(vera).getByRole('button', { name: 'Comment' })).toBeVisible();
  await expect(vera.getByText('Read only')).toHaveCount(0);

  await page.getByRole('button', { name: `Change ${VERA.name}` }).click();
  await page.getByRole('button', { name: `Disable ${VERA.name}` }).click();
  await expect(page.getByRole('row', { name: new RegExp(VERA.name) })).toContainText('Disabled');
  await vera.reload();
  await fillSignIn(vera, VERA);
  await expect(vera.getByRole('alert')).toContainText('wrong');
  await vera.context().close();
});

test('roles that somebody else changed meanwhile are not overwritten', async ({
  page,
  browser,
  server,
}) => {
  const link = await invite(page, IDA.email, 'Viewer');
  const ida = await elsewhere(browser, server.address);
  await accept(ida, link, IDA);
  await ida.context().close();

  await page.goto('/people');
  await page.getByRole('button', { name: `Change ${IDA.name}` }).click();
  const dialog = page.getByRole('dialog', { name: IDA.name });
  await dialog.getByLabel('Analyst').check();
  await changeRoles(page.request, IDA.email, ['auditor']);

  // After the first time the list is read again, and has the newer version.
  for (let time = 0; time < 2; time++) {
    const answered = page.waitForResponse((one) => one.request().method() === 'PATCH');
    await dialog.getByRole('button', { name: 'Change the roles' }).click();
    expect((await answered).status()).toBe(412);
    await expect(dialog.getByRole('alert')).toContainText('changed since you read it');
    await expect(page.getByRole('row', { name: new RegExp(IDA.name) })).toContainText('Auditor');
  }
});

/** What another administrator does meanwhile. */
async function changeRoles(request: APIRequestContext, email: string, roles: string[]) {
  const headers = await authorization(request);
  const people = await (await request.get('/api/v1/people?limit=100', { headers })).json();
  const { id, version } = people.items.find((one: { email: string }) => one.email === email);
  const answer = await request.patch(`/api/v1/people/${id}`, {
    headers: { ...headers, 'If-Match': `"${version}"` },
    data: { roles },
  });
  expect(answer.status()).toBe(200);
}

test('a second factor is set up, asked for, and replaced by a recovery code', async ({
  page,
  browser,
  server,
}) => {
  const link = await invite(page, BEN.email, 'Manager');
  const ben = await elsewhere(browser, server.address);
  await accept(ben, link, BEN);

  await ben.goto('/profile');
  await ben.getByRole('button', { name: 'Turn it on' }).click();
  await ben.getByLabel('Your password', { exact: true }).fill(BEN.password);
  await ben.keyboard.press('Enter');
  await expect(ben.getByRole('img', { name: /QR code/ })).toBeVisible();
  const secret = (await ben.locator('code').textContent()) ?? '';
  await ben.getByRole('textbox', { name: 'Code' }).fill(totpCode(secret, Date.now()));
  await ben.getByRole('button', { name: 'Confirm' }).click();
  const codes = await ben.getByRole('textbox', { name: 'Recovery codes' }).inputValue();
  await ben.getByRole('button', { name: 'I have kept them' }).click();
  await expect(ben.getByRole('region', { name: 'Second factor' })).toContainText('On');

  await signOut(ben);
  await fillSignIn(ben, BEN);
  await ben.getByRole('textbox', { name: 'Code' }).fill('000000');
  await ben.keyboard.press('Enter');
  await expect(ben.getByRole('alert')).toContainText('code is wrong');
  // The code of the next half minute: each works once, and this one is new.
  await ben.getByRole('textbox', { name: 'Code' }).fill(totpCode(secret, Date.now() + 30_000));
  await ben.keyboard.press('Enter');
  await expect(ben.getByRole('button', { name: `${BEN.name}: account` })).toBeVisible();

  await signOut(ben);
  await fillSignIn(ben, BEN);
  await ben.getByRole('textbox', { name: 'Code' }).fill(codes.split('\n')[0] ?? '');
  await ben.keyboard.press('Enter');
  await ben.getByRole('button', { name: `${BEN.name}: account` }).waitFor();
  await ben.goto('/profile');
  const left = codes.split('\n').length - 1;
  await expect(ben.getByText(`${left} recovery codes are left`)).toBeVisible();
  await ben.context().close();
});

test('a forgotten password is replaced by the link of an administrator', async ({
  page,
  browser,
  server,
}) => {
  const rita = { name: 'Rita Sol', email: 'rita@example.com', password: 'twelve owls on a wire' };
  const link = await invite(page, rita.email, 'Auditor');
  const other = await elsewhere(browser, server.address);
  await accept(other, link, rita);
  await page.getByRole('link', { name: 'People' }).first().click();
  await page.reload();
  await page.getByRole('button', { name: `Change ${rita.name}` }).click();
  await page.getByRole('button', { name: 'Link for a new password' }).click();
  const reset = await page.getByRole('textbox', { name: 'Link' }).inputValue();

  await other.goto(reset);
  await other.getByLabel('New password').fill('thirteen owls on a wire');
  await other.getByRole('button', { name: 'Change the password' }).click();
  await other.getByRole('link', { name: 'Sign in with it' }).click();
  await fillSignIn(other, { ...rita, password: 'thirteen owls on a wire' });
  await expect(other.getByRole('button', { name: `${rita.name}: account` })).toBeVisible();
  await other.context().close();
});

test('an API key opens the API until it is revoked', async ({ page, request }) => {
  await page.goto('/api-keys');
  await page.getByRole('button', { name: /New key/ }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Nightly loader');
  await page.getByLabel(/^See sources/).check();
  await page.getByRole('button', { name: 'Make the key' }).click();
  const key = await page.getByRole('textbox', { name: 'Key' }).inputValue();
  await page.getByRole('button', { name: 'I have kept it' }).click();

  const headers = { Authorization: `Bearer ${key}` };
  const ask = () => request.get('/api/v1/reconciliations', { headers });
  expect((await ask()).status()).toBe(200);
  const upload = await request.post('/api/v1/files?name=a.csv', { headers, data: 'a,b\n1,2\n' });
  expect(upload.status()).toBe(403);
  await page.getByRole('button', { name: 'Revoke Nightly loader' }).click();
  await expect(page.getByRole('row', { name: /Nightly loader/ })).toContainText('Revoked');
  expect((await ask()).status()).toBe(401);
});

test('signing out is for all tabs, and nothing is left to go back to', async ({ page }) => {
  await page.goto('/');
  const other = await page.context().newPage();
  await other.goto('/people');
  await expect(other.getByRole('table')).toBeVisible();
  await page.goto('/profile');
  await signOut(page);
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(page, ADMIN);
  await expect(other.getByRole('table')).toBeVisible();
});

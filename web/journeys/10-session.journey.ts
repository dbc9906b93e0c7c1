import type { Browser, Page } from '@playwright/test';
import { ADMIN, fillSignIn, signIn } from './door';
import { sample } from './files';
import { expect, test } from './server';
import { pane, reconcile, selectedRow } from './steps';

/** Ends every session of the administrator, from another browser. */
async function endEverywhere(browser: Browser, baseURL: string) {
  const context = await browser.newContext({ baseURL, locale: 'en-GB' });
  const page = await context.newPage();
  await signIn(page, ADMIN);
  await page.getByRole('button', { name: /: account$/ }).click();
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await context.close();
}

async function comeBack(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(dialog.getByLabel('E-mail address')).toHaveValue(ADMIN.email);
  await dialog.getByLabel('Password').fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('a draft outlives the session, and what was asked for is done', async ({
  page,
  browser,
  server,
}) => {
  await reconcile(page, await sample(), 'Draft');
  await page.getByRole('link', { name: 'Work the breaks' }).click();
  await expect(selectedRow(page)).toHaveCount(1);
  await expect(pane(page).getByRole('table')).toBeVisible();
  await page.keyboard.press('c');
  const draft = page.getByRole('textbox', { name: 'Comment' });
  await draft.fill('Half of what I know');
  await endEverywhere(browser, server.address);

  // Something else on the page asks the server: the draft stays as it is.
  await page.getByRole('button', { name: 'History (h)' }).click();
  await comeBack(page);
  await expect(page.getByRole('complementary', { name: 'History' })).toContainText('Nothing');
  await expect(draft).toHaveValue('Half of what I know');

  // The comment itself is what finds the session ended: it is made once somebody is back.
  await endEverywhere(browser, server.address);
  await draft.fill('Half of what I know, and the rest.');
  await page.keyboard.press('Control+Enter');
  await comeBack(page);
  const comments = pane(page).getByRole('region', { name: 'Comments' });
  await expect(comments).toContainText('and the rest.');
  await expect(comments.getByRole('listitem')).toHaveCount(1);
});

test('a page that is reloaded is still signed in, in every tab at once', async ({ page }) => {
  const tabs = [page, await page.context().newPage(), await page.context().newPage()];
  await Promise.all(tabs.map((tab) => tab.goto('/profile')));
  const account = /: account$/;
  for (let round = 0; round < 3; round++) {
    await Promise.all(tabs.map((tab) => tab.reload()));
    for (const tab of tabs) await expect(tab.getByRole('button', { name: account })).toBeVisible();
  }
  await expect(page.getByRole('row', { name: /This one/ })).toHaveCount(1);
});

test('neither the token nor the session is where a script can read it', async ({ page }) => {
  await page.goto('/profile');
  await expect(page.getByText('This one')).toBeVisible();
  const stored = await page.evaluate(() => {
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]);
  });
  expect(stored).not.toMatch(/eyJ|__Host/);
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name === '__Host-rt')).toMatchObject({
    httpOnly: true,
    secure: true,
    sameSite: 'Strict',
  });

  // What a page tells of itself when it is hidden: how fast it was, and nothing else.
  const telling = page.waitForResponse((response) => response.url().endsWith('/api/v1/web-vitals'));
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  const told = await telling;
  expect(told.status()).toBe(204);
  expect(JSON.parse(told.request().postData() ?? '')).toMatchObject({
    ttfbMillis: expect.any(Number),
  });
});

test('everything about the account is done by keyboard alone', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible();
  await page.keyboard.press('i');
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('button', { name: /: account$/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: 'Profile' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /: account$/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  await page.keyboard.type(ADMIN.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible();
});

test('numbers, dates and colours are written as the person wants', async ({ page }) => {
  await page.goto('/profile');
  await page.getByLabel('Numbers and dates').selectOption('de-DE');
  await page.getByLabel('Colours', { exact: true }).selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.goto('/');
  const amount = page.getByRole('cell').filter({ hasText: /\d\.\d{3},\d\d/ });
  await expect(amount.first()).toBeVisible();
  await page.goto('/profile');
  await page.getByLabel('Numbers and dates').selectOption('en-GB');
  await page.getByLabel('Colours', { exact: true }).selectOption('system');
  await expect(page.getByLabel('Colours', { exact: true })).toHaveValue('system');
});

test('a wrong password is told without saying which of the two was wrong', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({ baseURL: server.address });
  const page = await context.newPage();
  await page.goto('/');
  await fillSignIn(page, { email: 'nobody@example.com', password: 'what could it be' });
  await expect(page.getByRole('alert')).toContainText(
    'The e-mail address or the password is wrong',
  );
  await context.close();
});

test('who signs out is signed out of the page at once, and of the server once it is back', async ({
  page,
}) => {
  await page.goto('/');
  await page.route('**/api/v1/sign-out', (route) => route.abort());
  await page.getByRole('button', { name: /: account$/ }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  const door = page.getByRole('heading', { name: 'Sign in' });
  const untold = page.getByRole('alert').filter({ hasText: 'could not be told' });
  await expect(door).toBeVisible();
  await expect(untold).toBeVisible();
  await page.reload();
  await expect(untold).toBeVisible();
  await expect(door).toBeVisible();

  await page.unroute('**/api/v1/sign-out');
  await expect(untold).toHaveCount(0);
  await page.reload();
  await expect(door).toBeVisible();
  await expect(untold).toHaveCount(0);
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ name }) => name === '__Host-rt')).toEqual([]);
});

test('a way out of all sessions that fails is told', async ({ page }) => {
  await page.goto('/');
  const everywhere = '**/api/v1/sign-out-everywhere';
  await page.route(everywhere, (route) => route.abort());
  await page.getByRole('button', { name: /: account$/ }).click();
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  const dialog = page.getByRole('dialog', { name: 'You are not signed out everywhere' });
  await expect(dialog.getByRole('alert')).toContainText('The server does not answer');
  await page.unroute(everywhere);
  await dialog.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

import { createHmac } from 'node:crypto';
import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test';

export interface Credentials {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const ADMIN: Credentials = {
  name: 'Ana Novak',
  email: 'ana@example.com',
  password: 'nine lamps over the quay',
};

/** Opens the link of the first start and becomes the administrator. */
export async function setUp(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Name').fill(ADMIN.name);
  await page.getByLabel('E-mail address').fill(ADMIN.email);
  await page.getByLabel('Password').fill(ADMIN.password);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('button', { name: `${ADMIN.name}: account` })).toBeVisible();
}

/** Signs in as a browser does that has never been here. */
export async function signIn(page: Page, { name, email, password }: Credentials): Promise<void> {
  await page.goto('/');
  await fillSignIn(page, { email, password });
  await expect(page.getByRole('button', { name: `${name}: account` })).toBeVisible();
}

/** A browser that somebody signed in with earlier. */
export async function comeBack(page: Page, { email, password }: Credentials): Promise<void> {
  const answer = await page.request.post('/api/v1/sign-in', { data: { email, password } });
  expect(answer.status()).toBe(200);
}

export async function fillSignIn(
  page: Page,
  { email, password }: Pick<Credentials, 'email' | 'password'>,
): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** What the administrator's programs send along: a token, got by signing in. */
export async function authorization(request: APIRequestContext) {
  const { email, password } = ADMIN;
  const answer = await request.post('/api/v1/sign-in', { data: { email, password } });
  return { Authorization: `Bearer ${(await answer.json()).accessToken}` };
}

/** Signs out by the account menu. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /: account$/ }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}

const STEP_SECONDS = 30;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code that an app shows at a moment (RFC 6238). */
export function totpCode(secret: string, atMillis: number): string {
  const bits = [...secret.replaceAll(/\s|=/g, '')]
    .map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(atMillis / 1000 / STEP_SECONDS)));
  const mac = createHmac('sha1', key).update(step).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Another browser, with nothing of this one's. */
export async function elsewhere(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB' });
  return context.newPage();
}

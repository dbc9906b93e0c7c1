import type { Page } from '@playwright/test';
import type { Credentials } from './door';
import { expect } from './server';

/** Invites by the page, and gives the link that is to be handed over. */
export async function invite(page: Page, email: string, role: string): Promise<string> {
  await page.goto('/people');
  await expect(page.getByRole('table')).toBeVisible();
  await page.keyboard.press('i');
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByLabel('E-mail address').fill(email);
  await dialog.getByLabel('Analyst').uncheck();
  await dialog.getByLabel(role).check();
  await dialog.getByRole('button', { name: 'Invite' }).click();
  const link = page.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/\/invitation#/);
  const text = await link.inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('table', { name: /invitations/ })).toContainText(email);
  return text;
}

/** Joins as who was invited. */
export async function accept(page: Page, link: string, { name, password }: Credentials) {
  await page.goto(link);
  await expect(page.getByRole('heading', { name: /^Join/ })).toBeVisible();
  expect(page.url()).not.toContain('#');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('button', { name: `${name}: account` })).toBeVisible();
}

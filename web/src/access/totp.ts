import { answerOf, client, doneOf } from '../api/client';
import { session } from '../api/session';

/** What an app needs to make codes: to be scanned, or to be typed. */
export interface TotpBegun {
  readonly secret: string;
  readonly uri: string;
}

export function beginTotp(password: string): Promise<TotpBegun> {
  return answerOf(client.POST('/api/v1/me/totp', { body: { password } }));
}

/** Proves the app with its first code; the recovery codes are in this answer and in no other. */
export async function confirmTotp(code: string): Promise<readonly string[]> {
  const { codes } = await answerOf(client.POST('/api/v1/me/totp/confirm', { body: { code } }));
  return codes;
}

export async function renewRecoveryCodes(password: string): Promise<readonly string[]> {
  const { codes } = await answerOf(
    client.POST('/api/v1/me/recovery-codes', { body: { password } }),
  );
  return codes;
}

export function removeTotp(password: string): Promise<void> {
  return doneOf(client.POST('/api/v1/me/totp/remove', { body: { password } }));
}

/** Reads again who I am: how I sign in has changed. */
export async function readMe(): Promise<void> {
  session.know(await answerOf(client.GET('/api/v1/me')));
}

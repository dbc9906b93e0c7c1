import { answerOf, client } from '../api/client';
import { session } from '../api/session';
import type { SignedIn } from '../api/types';

/** Somebody new begins with the language and the time zone of the browser. */
export async function enterFirst(answer: SignedIn): Promise<void> {
  await session.enter(answer);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const body = { locale: navigator.language, timeZone };
  session.know(await answerOf(client.PATCH('/api/v1/me', { body })));
}

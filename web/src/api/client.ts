import createClient, { type Middleware } from 'openapi-fetch';
import createQueryHooks from 'openapi-react-query';
import { authorizedFetch } from './authorized';
import { newKey } from './key';
import { ProblemError, toProblem } from './problem';
import type { paths } from './schema';

/** A request that is sent twice by accident is done once. */
const idempotencyKey: Middleware = {
  onRequest({ request }) {
    if (request.method === 'POST') request.headers.set('Idempotency-Key', newKey());
    return request;
  },
};

/** Every failure becomes a problem with words, also one without an answer. */
const problems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw new ProblemError(await toProblem(response));
    return response;
  },
  onError({ error }) {
    return error instanceof ProblemError ? error : ProblemError.unreachable();
  },
};

const baseUrl = typeof window === 'undefined' ? 'http://localhost' : window.location.origin;

/** Asks as the person who is signed in. */
export const client = createClient<paths>({
  baseUrl,
  fetch: authorizedFetch,
  querySerializer: { array: { style: 'form', explode: true } },
});
client.use(idempotencyKey, problems);

/** Asks as nobody: what stands before the door. */
export const doorClient = createClient<paths>({ baseUrl });
doorClient.use(problems);

export const api = createQueryHooks(client);

/** The answer of a call made outside a query; failures were thrown before. */
export async function answerOf<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) throw ProblemError.unreachable();
  return data;
}

/** The end of a call that has no answer but that it is done. */
export async function doneOf(call: Promise<unknown>): Promise<void> {
  await call;
}

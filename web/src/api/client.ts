import createClient, { type Middleware } from 'openapi-fetch';
import createQueryHooks from 'openapi-react-query';
import { authorizedFetch } from './authorized';
import { newKey, requestKeys } from './key';
import { ProblemError, toProblem } from './problem';
import type { paths } from './schema';

/** They only ask, with more than an address holds. */
const ONLY_ASK = new Set(
  ['previews', 'proposals', 'yields', 'field-previews'].map((name) => `/api/v1/${name}`),
);

/** They add something, and the server keeps no answer: who sends them again adds it again. */
const DONE_AGAIN = new Set(
  ['api-keys', 'invitations', 'workspaces'].map((name) => `/api/v1/${name}`),
);

/** What each request asks for, until it is answered. */
const wanted = new WeakMap<Request, string>();

/** A request that is sent twice is done once, by accident or because no answer came. */
const idempotencyKey: Middleware = {
  async onRequest({ request, schemaPath }) {
    if (request.method !== 'POST') return request;
    if (ONLY_ASK.has(schemaPath)) {
      request.headers.set('Idempotency-Key', newKey());
      return request;
    }
    const asked = `${request.url}\n${await request.clone().text()}`;
    request.headers.set('Idempotency-Key', requestKeys.take(asked));
    wanted.set(request, asked);
    return request;
  },
  onResponse({ request, response }) {
    if (!response.ok) keepKey(request);
    return response;
  },
  onError({ request }) {
    keepKey(request);
  },
};

/** A refusal is not kept by the server either, and behind a proxy it may not be the server's. */
function keepKey(request: Request): void {
  const asked = wanted.get(request);
  const key = request.headers.get('Idempotency-Key');
  if (asked !== undefined && key) requestKeys.keep(asked, key);
}

/** Every failure becomes a problem with words, also one without an answer. */
const problems: Middleware = {
  async onResponse({ request, response, schemaPath }) {
    if (!response.ok) throw new ProblemError(await toProblem(response));
    if (request.method !== 'GET') await wholeAnswer(response, { request, schemaPath });
    return response;
  },
  onError({ error, request, schemaPath }) {
    return error instanceof ProblemError ? error : noAnswer({ request, schemaPath });
  },
};

interface Asked {
  readonly request: Request;
  readonly schemaPath: string;
}

/** An answer that breaks off says no more than none. */
async function wholeAnswer(response: Response, asked: Asked): Promise<void> {
  try {
    await response.clone().arrayBuffer();
  } catch {
    keepKey(asked.request);
    throw noAnswer(asked);
  }
}

function noAnswer({ request, schemaPath }: Asked): ProblemError {
  if (request.method === 'GET' || ONLY_ASK.has(schemaPath)) return ProblemError.unreachable();
  return ProblemError.unanswered(DONE_AGAIN.has(schemaPath) ? 'done-again' : 'done-once');
}

const baseUrl = typeof window === 'undefined' ? 'http://localhost' : window.location.origin;

/** Asks as the person who is signed in. */
export const client = createClient<paths>({
  baseUrl,
  fetch: authorizedFetch,
  querySerializer: { array: { style: 'form', explode: true } },
});
// The last one hears an answer first: a refusal is thrown only once its key is kept.
client.use(problems, idempotencyKey);

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

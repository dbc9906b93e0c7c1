import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { client } from '../src/api/client';
import type { StoredFile } from '../src/api/types';
import { startFirstRun } from '../src/new/firstRun';
import { SignedInServer } from './signedInServer';

const DECIDE = 'POST /api/v1/runs/run/decisions';

let server: SignedInServer;
let keys: (string | null)[];

beforeEach(() => {
  server = new SignedInServer();
  keys = [];
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Answers each time with the next of these; `null` breaks the connection. */
function answersWith(request: string, ...answers: (Response | null)[]) {
  server.answers(request, (asked) => {
    keys.push(asked.headers.get('Idempotency-Key'));
    const answer = answers.shift();
    if (!answer) throw new TypeError('Failed to fetch');
    return answer;
  });
}

function comment(text: string) {
  return client.POST('/api/v1/runs/{runId}/decisions', {
    params: { path: { runId: 'run' } },
    body: { kind: 'comment', breakId: 'break', text },
  });
}

const done = () => Response.json({ id: 'decision' });

test('what was not answered is sent again with the same key, and then with another', async () => {
  answersWith(DECIDE, null, null, done(), done());
  await expect(comment('Asked')).rejects.toThrow();
  await expect(comment('Asked')).rejects.toThrow();
  await comment('Asked');
  await comment('Asked');
  const [first, second, third, fourth] = keys;
  expect([second, third]).toEqual([first, first]);
  expect(fourth).not.toBe(first);
});

test('another request has another key', async () => {
  answersWith(DECIDE, null, done(), done());
  await expect(comment('Asked')).rejects.toThrow();
  await comment('Asked again');
  await comment('Asked');
  expect(keys[1]).not.toBe(keys[0]);
  expect(keys[2]).toBe(keys[0]);
});

test('a request that is still at work is asked for with its key', async () => {
  const running = Response.json({ title: 'It is still running' }, { status: 409 });
  answersWith(DECIDE, null, running, done());
  await expect(comment('Asked')).rejects.toThrow();
  await expect(comment('Asked')).rejects.toThrow();
  await comment('Asked');
  expect(new Set(keys).size).toBe(1);
});

test('an answer that breaks off is none', async () => {
  const broken = new ReadableStream({
    start: (stream) => stream.error(new TypeError('terminated')),
  });
  answersWith(DECIDE, new Response(broken), done());
  await expect(comment('Asked')).rejects.toThrow(/not known whether this was done/);
  await comment('Asked');
  expect(keys[1]).toBe(keys[0]);
});

test('who says the same much later says it once more', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  answersWith(DECIDE, null, done());
  await expect(comment('Asked')).rejects.toThrow();
  vi.setSystemTime(Date.now() + 3_600_000);
  await comment('Asked');
  expect(keys[1]).not.toBe(keys[0]);
});

test('of a change without an answer it is said that nobody knows', async () => {
  answersWith(DECIDE, null);
  await expect(comment('Lost')).rejects.toThrow(/not known whether .* it is done only once/);
  answersWith('POST /api/v1/workspaces', null);
  const add = client.POST('/api/v1/workspaces', { body: { name: 'Other' } });
  await expect(add).rejects.toThrow(/not known whether .* look whether it was done/);
  answersWith('GET /api/v1/me', null);
  await expect(client.GET('/api/v1/me')).rejects.toThrow(/Nothing was changed/);
});

test('a first run that could not be queued does not make its reconciliation again', async () => {
  const files = { left: new File(['a'], 'a.csv'), right: new File(['b'], 'b.csv') };
  const stored = { left: { id: 'left' }, right: { id: 'right' } } as Record<
    'left' | 'right',
    StoredFile
  >;
  const wanted = { name: 'Twice', rules: 'rules', files, sources: { left: '', right: '' } };
  const made = Response.json({ id: 'rec' }, { status: 201 });
  answersWith('POST /api/v1/reconciliations', made, Response.json({ id: 'other' }));
  const full = Response.json({ title: 'Too many runs' }, { status: 429 });
  answersWith('POST /api/v1/reconciliations/rec/runs', full, null, Response.json({ id: 'run' }));

  await expect(startFirstRun(wanted, stored)).rejects.toThrow();
  await expect(startFirstRun(wanted, stored)).rejects.toThrow();
  expect(await startFirstRun(wanted, stored)).toEqual({ id: 'run' });
  const makes = server.asked.filter((asked) => asked === 'POST /api/v1/reconciliations');
  expect(makes).toHaveLength(1);

  const again = await startFirstRun(wanted, stored).catch(() => 'another reconciliation');
  expect(again).toBe('another reconciliation');
});

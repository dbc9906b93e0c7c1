import { beforeAll, expect, test } from 'vitest';
import { type Arrived, downloadFile } from '../src/api/download';
import { ProblemError } from '../src/api/problem';
import { session } from '../src/api/session';

const PATH = '/api/v1/runs/1/breaks.csv';
const answers = new Map<string, () => Response>();
const tokens: (string | null)[] = [];

beforeAll(async () => {
  const window = { location: { origin: 'http://recon.example' } };
  Object.assign(globalThis, { window, localStorage: { getItem: () => null } });
  const locks = { request: (_: string, work: () => Promise<boolean>) => work() };
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { locks } });
  globalThis.fetch = async (asked) => {
    if (!(asked instanceof Request)) {
      const endsAt = new Date(Date.now() + 600_000).toISOString();
      const me = { email: 'ana@example.com', workspace: { id: 'first' } };
      return Response.json({ accessToken: 'ours', endsAt, me });
    }
    tokens.push(asked.headers.get('Authorization'));
    return answers.get(new URL(asked.url).pathname)?.() ?? Response.error();
  };
  await session.restore();
});

test('a file comes with the token, tells how much of it is here, and keeps its mark', async () => {
  const parts = ['\uFEFFbreak,', 'kind\r\n'].map((text) => new TextEncoder().encode(text));
  const headers = { 'Content-Length': '17', 'Content-Type': 'text/csv' };
  answers.set(PATH, () => new Response(streamOf(parts), { headers }));
  const told: Arrived[] = [];

  const file = await downloadFile(PATH, (arrived) => told.push(arrived));

  expect(tokens).toEqual(['Bearer ours']);
  expect(told).toEqual([
    { bytes: 9, of: 17 },
    { bytes: 15, of: 17 },
  ]);
  expect(file.type).toBe('text/csv');
  expect([...new Uint8Array(await file.arrayBuffer())]).toEqual(parts.flatMap((one) => [...one]));
});

test('of a packed answer nobody says how much it will be', async () => {
  const headers = { 'Content-Length': '7', 'Content-Encoding': 'gzip' };
  answers.set(PATH, () => new Response('break', { headers }));
  const told: Arrived[] = [];

  await downloadFile(PATH, (arrived) => told.push(arrived));

  expect(told).toEqual([{ bytes: 5, of: null }]);
});

test('what the server refuses, and what breaks off, is told as a problem', async () => {
  const problem = { type: '/problems/unavailable', title: 'Later', status: 503, detail: 'Again.' };
  const headers = { 'Content-Type': 'application/problem+json' };
  answers.set(PATH, () => new Response(JSON.stringify(problem), { status: 503, headers }));
  await expect(downloadFile(PATH)).rejects.toMatchObject({ problem: { detail: 'Again.' } });

  answers.set(PATH, () => new Response(streamOf([new Uint8Array(3)], new TypeError('reset'))));
  await expect(downloadFile(PATH)).rejects.toEqual(ProblemError.unreachable());
});

function streamOf(parts: readonly Uint8Array<ArrayBuffer>[], failure?: Error) {
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(to) {
      for (const part of parts) to.enqueue(part);
    },
    pull(to) {
      if (failure) to.error(failure);
      else to.close();
    },
  });
}

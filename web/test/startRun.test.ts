import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startRun } from '../src/reconciliation/startRun';
import { SignedInServer } from './signedInServer';
import { FakeUpload } from './uploads';

const left = new File(['a'], 'left.csv');
const right = new File(['b'], 'right.csv');
const wish = { files: { left, right }, follows: undefined };
const QUEUE = 'POST /api/v1/reconciliations/rec/runs';

let server: SignedInServer;
beforeEach(() => {
  server = new SignedInServer();
  FakeUpload.begun.length = 0;
  vi.stubGlobal('XMLHttpRequest', FakeUpload);
});
afterEach(() => vi.unstubAllGlobals());

/** Waits until both files go up. */
function uploads() {
  return vi.waitFor(() => {
    const [first, second] = FakeUpload.begun;
    if (!first || !second) throw new Error('Not both are under way');
    return [first, second] as const;
  });
}

test('a run that is cancelled while its files go up is not queued', async () => {
  const stop = new AbortController();
  const started = startRun('rec', wish, stop.signal);
  const both = await uploads();
  stop.abort();
  await expect(started).rejects.toMatchObject({ name: 'AbortError' });
  expect(both.map(({ isAborted }) => isAborted)).toEqual([true, true]);
  expect(server.asked).not.toContain(QUEUE);
});

test('a run that is cancelled after its files are there is not queued', async () => {
  const stop = new AbortController();
  const started = startRun('rec', wish, stop.signal);
  for (const upload of await uploads()) upload.answer(201, { id: 'file' });
  stop.abort();
  await expect(started).rejects.toMatchObject({ name: 'AbortError' });
  expect(server.asked).not.toContain(QUEUE);
});

test('a run that is cancelled while it is queued is cancelled on the server', async () => {
  const stop = new AbortController();
  server.answers(QUEUE, () => {
    stop.abort();
    return Response.json({ id: 'run' }, { status: 202 });
  });
  server.answers('POST /api/v1/runs/run/cancel', () => Response.json({ id: 'run' }));
  const started = startRun('rec', wish, stop.signal);
  for (const upload of await uploads()) upload.answer(201, { id: 'file' });
  await expect(started).rejects.toMatchObject({ name: 'AbortError' });
  expect(server.asked.at(-1)).toBe('POST /api/v1/runs/run/cancel');
});

test('when one file fails the other does not go on', async () => {
  const started = startRun('rec', wish, new AbortController().signal);
  const [first, second] = await uploads();
  first.answer(507, { title: 'No space' });
  await expect(started).rejects.toMatchObject({ problem: { title: 'No space' } });
  expect(second.isAborted).toBe(true);
  expect(server.asked).not.toContain(QUEUE);
});

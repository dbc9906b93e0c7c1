import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Session } from '../src/api/session';
import { SignedInServer } from './signedInServer';

const SIGN_OUT = 'POST /api/v1/sign-out';
const RENEW = 'POST /api/v1/session/refresh';

let server: SignedInServer;
beforeEach(() => {
  server = new SignedInServer();
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
  vi.stubGlobal('sessionStorage', { clear: () => undefined });
});
afterEach(() => vi.unstubAllGlobals());

function isAway(): Response {
  throw new TypeError('Failed to fetch');
}

const isDone = () => new Response(null, { status: 204 });

async function signedIn(): Promise<Session> {
  const session = new Session();
  await session.restore();
  expect(session.state().kind).toBe('signed-in');
  return session;
}

test('who signs out is signed out on the page before the server has answered', async () => {
  const session = await signedIn();
  let answer = (_: Response) => {};
  server.answers(SIGN_OUT, () => new Promise((resolve) => (answer = resolve)));
  const left = session.signOut();
  expect(session.state().kind).toBe('signed-out');
  expect(session.heldToken()).toBeNull();
  answer(isDone());
  await left;
  expect(session.state()).toEqual({ kind: 'signed-out', untold: false });
});

test('a server that cannot be told is named, and told later', async () => {
  const session = await signedIn();
  server.answers(SIGN_OUT, isAway);
  await session.signOut();
  expect(session.state()).toEqual({ kind: 'signed-out', untold: true });
  await expect(session.bearer()).rejects.toThrow();

  server.answers(SIGN_OUT, () => Response.json({ title: 'It starts' }, { status: 503 }));
  await session.tellLeft();
  expect(session.state()).toEqual({ kind: 'signed-out', untold: true });
  server.answers(SIGN_OUT, isDone);
  await session.tellLeft();
  expect(session.state()).toEqual({ kind: 'signed-out', untold: false });
});

test('a page that is loaded again does not go on with a session that was left', async () => {
  const session = await signedIn();
  server.answers(SIGN_OUT, isAway);
  await session.signOut();

  const again = new Session();
  await again.restore();
  expect(again.state()).toEqual({ kind: 'signed-out', untold: true });
  server.answers(SIGN_OUT, isDone);
  const third = new Session();
  await third.restore();
  expect(third.state()).toEqual({ kind: 'signed-out', untold: false });
  await signedIn();
});

test('a renewal that was under way does not open the page again', async () => {
  const session = await signedIn();
  let renewed = () => {};
  const renewal = new Promise<void>((resolve) => {
    renewed = resolve;
  });
  server.answers(RENEW, async () => {
    await renewal;
    return Response.json(server.signedIn());
  });
  server.answers(SIGN_OUT, isDone);
  const bearer = session.bearerAfter('token');
  await vi.waitFor(() => expect(server.asked.filter((each) => each === RENEW)).toHaveLength(2));
  await session.signOut();
  renewed();
  await expect(bearer).rejects.toThrow();
  expect(session.state()).toEqual({ kind: 'signed-out', untold: false });
});

test('who has signed in again meanwhile stays signed in', async () => {
  const session = await signedIn();
  server.answers(SIGN_OUT, isAway);
  await session.signOut();
  let answer = (_: Response) => {};
  server.answers(SIGN_OUT, () => new Promise((resolve) => (answer = resolve)));
  const telling = session.tellLeft();
  await session.enter(server.signedIn());
  answer(isDone());
  await telling;
  expect(session.state().kind).toBe('signed-in');
  const again = await signedIn();
  expect(again.heldToken()).toBe('token');
});

import { expect, test } from 'vitest';
import { Session } from '../src/api/session';
import type { SignedIn } from '../src/api/types';

/** A server that answers a renewal when it is told to. */
class Renewals {
  readonly asked: string[] = [];
  private readonly answers: ((response: Response) => void)[] = [];

  constructor() {
    globalThis.fetch = (_, init) => {
      this.asked.push(String(init?.body));
      return new Promise((answer) => this.answers.push(answer));
    };
  }

  /** Waits until somebody asks, then answers with a session in this workspace, or with none. */
  async answer(workspaceId: string | null): Promise<void> {
    await until(() => this.answers.length > 0);
    const me = { email: 'ana@example.com', workspace: { id: workspaceId } };
    const endsAt = new Date(Date.now() + 600_000).toISOString();
    const answer = { accessToken: `for ${workspaceId}`, endsAt, me } as unknown as SignedIn;
    const status = workspaceId === null ? 401 : 200;
    this.answers.shift()?.(Response.json(answer, { status }));
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((next) => setImmediate(next));
}

/** One tab alone has its turn at once, one turn after the other. */
let turn: Promise<unknown> = Promise.resolve();
Object.defineProperty(globalThis, 'navigator', {
  configurable: true,
  value: {
    locks: {
      request: (_: string, work: () => Promise<boolean>) => {
        const done = turn.then(work);
        turn = done.catch(() => undefined);
        return done;
      },
    },
  },
});

Object.defineProperty(globalThis, 'localStorage', {
  configurable: true,
  value: { getItem: () => null },
});

async function signedIn(server: Renewals): Promise<Session> {
  const session = new Session();
  const restored = session.restore();
  await server.answer('first');
  await restored;
  return session;
}

test('a move waits for the renewal that is under way, and wins over it', async () => {
  const server = new Renewals();
  const session = await signedIn(server);
  const bearer = session.bearerAfter('for first');
  const moved = session.moveTo('second');

  await server.answer('first');
  expect(await bearer).toBe('for first');
  await server.answer('second');
  await moved;

  expect(server.asked).toEqual(['first', 'first', 'second'].map(wanted));
  expect(session.state()).toMatchObject({ me: { workspace: { id: 'second' } } });
  expect(await session.bearer()).toBe('for second');
});

test('of two moves the later one holds', async () => {
  const server = new Renewals();
  const session = await signedIn(server);
  const moves = [session.moveTo('second'), session.moveTo('third')];

  await server.answer('second');
  await server.answer('third');
  await Promise.all(moves);

  expect(session.state()).toMatchObject({ me: { workspace: { id: 'third' } } });
});

test('a move without a session asks to sign in, and keeps the page as it is', async () => {
  const server = new Renewals();
  const session = await signedIn(server);
  const moved = session.moveTo('second');

  await server.answer(null);
  await moved;

  expect(session.state()).toMatchObject({ kind: 'expired', me: { workspace: { id: 'first' } } });
});

function wanted(workspaceId: string, at: number): string {
  return JSON.stringify(at === 0 ? {} : { workspaceId });
}

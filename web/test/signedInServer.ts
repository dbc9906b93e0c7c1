import { vi } from 'vitest';
import type { SignedIn } from '../src/api/types';

type Answer = (request: Request) => Response | Promise<Response>;

/** The channel of the only tab. */
class SilentChannel {
  onmessage = null;
  postMessage(): void {}
}

/** A server that somebody is signed in at, and that keeps what it was asked. */
export class SignedInServer {
  readonly asked: string[] = [];
  private readonly byRequest = new Map<string, Answer>();

  constructor() {
    this.answers('POST /api/v1/session/refresh', () => Response.json(this.signedIn()));
    const request = (_: string, work: () => Promise<boolean>) => work();
    vi.stubGlobal('localStorage', { getItem: () => null });
    vi.stubGlobal('navigator', { locks: { request } });
    // A real one reaches the sessions of the tests beside this one.
    vi.stubGlobal('BroadcastChannel', SilentChannel);
    vi.stubGlobal('fetch', (input: Request | string, init?: RequestInit) =>
      this.answer(
        typeof input === 'string' ? new Request(new URL(input, 'http://localhost'), init) : input,
      ),
    );
  }

  /** Says how a request such as `GET /api/v1/me` is answered; what is not said is not found. */
  answers(request: string, answer: Answer): void {
    this.byRequest.set(request, answer);
  }

  private async answer(request: Request): Promise<Response> {
    const name = `${request.method} ${new URL(request.url).pathname}`;
    this.asked.push(name);
    const answer = this.byRequest.get(name);
    return answer ? answer(request) : Response.json({ title: 'Not found' }, { status: 404 });
  }

  /** What a sign-in or a renewal gives. */
  signedIn(): SignedIn {
    const me = { email: 'ana@example.com', workspace: { id: 'first' } };
    const endsAt = new Date(Date.now() + 600_000).toISOString();
    return { accessToken: 'token', endsAt, me } as unknown as SignedIn;
  }
}

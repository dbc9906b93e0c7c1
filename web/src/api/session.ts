import { ProblemError, toProblem } from './problem';
import { SessionTabs } from './sessionTabs';
import type { Me, SignedIn } from './types';

/**
 * Who is signed in on this page. `expired` keeps the page as it is, with all that is written on it,
 * until the same person has signed in again.
 */
export type SessionState =
  | { readonly kind: 'unknown' }
  /** `untold` while the server does not know yet that somebody left. */
  | { readonly kind: 'signed-out'; readonly untold: boolean }
  | { readonly kind: 'signed-in'; readonly me: Me }
  | { readonly kind: 'expired'; readonly me: Me };

interface Token {
  readonly text: string;
  readonly endsAtMillis: number;
}

/** A token is renewed that long before its end, so that no request meets its end. */
const EARLY_MILLIS = 60_000;
const RENEW_MILLIS_MIN = 5_000;
const REFRESH = '/api/v1/session/refresh';
const SIGN_OUT_MILLIS_MAX = 10_000;
/** Kept until the server knows: a page that is loaded again does not go on with the session. */
const LEAVING = 'recon-leaving';
const COOKIE_HEADERS = { 'Content-Type': 'application/json', 'X-Requested-With': 'recon' };

/**
 * The access token, in the memory of this page only. The browser keeps the session itself in a
 * cookie that no script can read; with it the token is renewed before its end, after a reload, and
 * when the server refuses it. Only one tab renews at a time, and tells the others.
 */
export class Session {
  private current: SessionState = { kind: 'unknown' };
  private token: Token | null = null;
  private renewing: Promise<boolean> | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** How often somebody has left: what was asked for before is not for who comes then. */
  private departures = 0;
  private telling = new AbortController();
  private readonly listeners = new Set<() => void>();
  private waiting: { go: () => void; stop: (problem: ProblemError) => void }[] = [];
  private readonly tabs = new SessionTabs({
    onSignedIn: (answer) => this.hear(answer),
    onSignedOut: () => this.leaveNothing(),
  });

  readonly state = (): SessionState => this.current;

  readonly onChange = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Goes on with the session of the cookie, if there is one. */
  async restore(): Promise<void> {
    if (localStorage.getItem(LEAVING)) return this.tellLeft();
    if (!(await this.renew())) this.leave();
  }

  /** Somebody signed in on this page; who comes back goes on in the workspace of the page. */
  async enter(answer: SignedIn): Promise<void> {
    const before = this.current;
    this.telling.abort();
    localStorage.removeItem(LEAVING);
    this.take(answer);
    this.tabs.tell(answer);
    if (before.kind === 'expired' && before.me.workspace.id !== answer.me.workspace.id) {
      if (!(await this.renew(before.me.workspace.id))) window.location.assign('/');
    }
    this.release();
  }

  /** The token of the next request; waits while somebody has to sign in again. */
  async bearer(): Promise<string> {
    if (this.token && this.token.endsAtMillis - EARLY_MILLIS > Date.now()) return this.token.text;
    return this.next();
  }

  /** The token, if there is one that is good now; nothing is asked of anybody for it. */
  heldToken(): string | null {
    return this.token && this.token.endsAtMillis > Date.now() ? this.token.text : null;
  }

  /** Another token than the one that the server has just refused. */
  async bearerAfter(refused: string): Promise<string> {
    if (this.token && this.token.text !== refused) return this.bearer();
    this.token = null;
    return this.next();
  }

  /** Goes on in another workspace of the same account. */
  async moveTo(workspaceId: string): Promise<void> {
    while (this.renewing) await this.renewing;
    if (!(await this.renew(workspaceId))) this.expire();
  }

  /** What is known of the person has changed. */
  know(me: Me): void {
    if (this.current.kind === 'signed-in') this.set({ kind: 'signed-in', me });
  }

  /** Locks the pages at once, whatever the server says, and then tells it. */
  async signOut(): Promise<void> {
    localStorage.setItem(LEAVING, 'yes');
    this.over();
    await this.tellLeft();
  }

  /** Tells the server that somebody left; until it knows, the browser's session goes on. */
  async tellLeft(): Promise<void> {
    this.telling = new AbortController();
    const answer = await fetch('/api/v1/sign-out', {
      method: 'POST',
      headers: COOKIE_HEADERS,
      signal: AbortSignal.any([this.telling.signal, AbortSignal.timeout(SIGN_OUT_MILLIS_MAX)]),
    }).catch(() => null);
    if ('me' in this.current) return;
    const isTold = answer !== null && (answer.ok || answer.status === 401);
    if (isTold) localStorage.removeItem(LEAVING);
    this.leave(!isTold);
  }

  /** Locks this page and the others of this browser. */
  over(): void {
    this.tabs.signedOut();
    this.leaveNothing();
  }

  private async next(): Promise<string> {
    // The cookie may still be good: what a page asks for that is locked does not open it.
    if (this.current.kind === 'signed-out') throw ProblemError.signedOut();
    if (this.current.kind === 'expired' || !(await this.renew())) await this.signInAgain();
    if (!this.token) throw ProblemError.signedOut();
    return this.token.text;
  }

  private renew(workspaceId = this.workspaceId()): Promise<boolean> {
    this.renewing ??= this.tabs
      .alone((heard) => this.refresh(workspaceId, heard))
      .finally(() => {
        this.renewing = null;
      });
    return this.renewing;
  }

  /** False when there is no session any more; `heard` is what another tab was given meanwhile. */
  private async refresh(workspaceId: string | null, heard: SignedIn | null): Promise<boolean> {
    if (heard && heard.me.workspace.id === workspaceId) return this.take(heard);
    const { departures } = this;
    const response = await fetch(REFRESH, {
      method: 'POST',
      headers: COOKIE_HEADERS,
      body: JSON.stringify(workspaceId === null ? {} : { workspaceId }),
    }).catch(() => {
      throw ProblemError.unreachable();
    });
    if (response.status === 401) return false;
    if (!response.ok) throw new ProblemError(await toProblem(response));
    const answer = (await response.json()) as SignedIn;
    if (this.departures !== departures) return false;
    this.tabs.tell(answer);
    return this.take(answer);
  }

  private take(answer: SignedIn): true {
    if (this.isOther(answer.me)) window.location.reload();
    this.token = { text: answer.accessToken, endsAtMillis: Date.parse(answer.endsAt) };
    this.set({ kind: 'signed-in', me: answer.me });
    if (this.timer) clearTimeout(this.timer);
    const inMillis = this.token.endsAtMillis - EARLY_MILLIS - Date.now();
    this.timer = setTimeout(() => void this.renewInTime(), Math.max(inMillis, RENEW_MILLIS_MIN));
    return true;
  }

  /** A server that does not answer is asked again with the next request. */
  private async renewInTime(): Promise<void> {
    const goesOn = await this.renew().catch(() => true);
    if (!goesOn) this.expire();
  }

  private signInAgain(): Promise<void> {
    if (this.current.kind === 'signed-out') return Promise.reject(ProblemError.signedOut());
    this.expire();
    return new Promise((go, stop) => this.waiting.push({ go, stop }));
  }

  private hear(answer: SignedIn): void {
    const sameWorkspace = this.workspaceId() === answer.me.workspace.id;
    if (this.current.kind === 'signed-in' && !sameWorkspace) return;
    if (this.current.kind === 'expired' && !sameWorkspace) {
      void this.renew().then((goesOn) => goesOn && this.release());
      return;
    }
    this.take(answer);
    this.release();
  }

  private expire(): void {
    this.token = null;
    if (this.current.kind === 'signed-in') this.set({ kind: 'expired', me: this.current.me });
  }

  /** Who signs out leaves no draft in any tab; a session that only ends keeps what was written. */
  private leaveNothing(): void {
    sessionStorage.clear();
    this.leave();
  }

  private leave(untold = false): void {
    this.departures++;
    this.token = null;
    if (this.timer) clearTimeout(this.timer);
    this.set({ kind: 'signed-out', untold });
    for (const { stop } of this.waiting.splice(0)) stop(ProblemError.signedOut());
  }

  private release(): void {
    for (const { go } of this.waiting.splice(0)) go();
  }

  private workspaceId(): string | null {
    return 'me' in this.current ? this.current.me.workspace.id : null;
  }

  private isOther(me: Me): boolean {
    return 'me' in this.current && this.current.me.email !== me.email;
  }

  private set(state: SessionState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}

export const session = new Session();

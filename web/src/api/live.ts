import { answerOf, client } from './client';
import type { LiveEvent } from './types';

type Listener = (event: LiveEvent) => void;

const RETRY_MILLIS_MIN = 500;
const RETRY_MILLIS_MAX = 15_000;
/** A server that refuses takes the connection first and ends it then. */
const TRUSTED_MILLIS = 2_000;

/**
 * The one socket of a page. It comes back by itself with the id of the last event it saw, so
 * nothing is missed; while it is away, `isOpen` tells pages to poll. It counts as open once it has
 * brought something, or has stayed for a moment.
 */
class LiveSocket {
  private readonly listeners = new Set<Listener>();
  private readonly stateListeners = new Set<() => void>();
  private socket: WebSocket | null = null;
  private lastEventId: number | null = null;
  private retryMillis = RETRY_MILLIS_MIN;
  private retryTimer: ReturnType<typeof setTimeout> | null = null;
  private trustTimer: ReturnType<typeof setTimeout> | null = null;
  private asking = false;
  private isOpenNow = false;
  private wasOpen = false;
  private isAwayNow = false;

  readonly isOpen = (): boolean => this.isOpenNow;

  /** Was it open, and does the server not answer any more? */
  readonly isAway = (): boolean => this.isAwayNow;

  readonly onState = (listener: () => void): (() => void) => {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  };

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    this.connect();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.disconnect();
    };
  }

  private connect() {
    if (this.socket || this.retryTimer || this.asking) return;
    this.asking = true;
    answerOf(client.POST('/api/v1/live-tickets'))
      .then(({ ticket }) => this.open(ticket))
      .catch(() => {
        this.set(this.isOpenNow, this.wasOpen);
        this.comeBack();
      })
      .finally(() => {
        this.asking = false;
      });
  }

  private open(ticket: string) {
    if (this.socket || this.listeners.size === 0) return;
    const url = new URL('/ws', window.location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    url.searchParams.set('ticket', ticket);
    if (this.lastEventId !== null) url.searchParams.set('lastEventId', String(this.lastEventId));
    const socket = new WebSocket(url);
    this.socket = socket;
    socket.onopen = () => {
      this.trustTimer = setTimeout(() => this.trust(), TRUSTED_MILLIS);
    };
    socket.onmessage = (message) => this.receive(JSON.parse(String(message.data)) as LiveEvent);
    socket.onclose = () => this.closed(socket);
  }

  private trust() {
    this.retryMillis = RETRY_MILLIS_MIN;
    this.wasOpen = true;
    this.setOpen(true);
  }

  private receive(event: LiveEvent) {
    this.trust();
    this.lastEventId = event.id;
    if (event.type === 'draining') this.retryMillis = event.retryMillis;
    for (const listener of this.listeners) listener(event);
  }

  private closed(socket: WebSocket) {
    if (this.socket !== socket) return;
    this.socket = null;
    this.setOpen(false);
    this.comeBack();
  }

  private comeBack() {
    if (this.listeners.size === 0 || this.retryTimer) return;
    this.retryTimer = setTimeout(() => {
      this.retryTimer = null;
      this.connect();
    }, this.retryMillis);
    this.retryMillis = Math.min(this.retryMillis * 2, RETRY_MILLIS_MAX);
  }

  private disconnect() {
    if (this.retryTimer) clearTimeout(this.retryTimer);
    this.retryTimer = null;
    const socket = this.socket;
    this.socket = null;
    this.wasOpen = false;
    this.isAwayNow = false;
    socket?.close();
    this.setOpen(false);
  }

  private setOpen(open: boolean) {
    if (this.trustTimer) clearTimeout(this.trustTimer);
    this.trustTimer = null;
    this.set(open, !open && this.isAwayNow);
  }

  private set(open: boolean, away: boolean) {
    if (this.isOpenNow === open && this.isAwayNow === away) return;
    this.isOpenNow = open;
    this.isAwayNow = away;
    for (const listener of this.stateListeners) listener();
  }
}

export const live = new LiveSocket();

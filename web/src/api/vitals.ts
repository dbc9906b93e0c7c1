import { onINP, onLCP, onTTFB } from 'web-vitals';
import type { components } from './schema';
import { session } from './session';

type Measured = components['schemas']['NewWebVitals'];

let waiting: Measured = {};

/** Tells the server how fast this page was, each time it is hidden. */
export function reportVitals(): void {
  onLCP((metric) => keep({ lcpMillis: metric.value }));
  onINP((metric) => keep({ inpMillis: metric.value }));
  onTTFB((metric) => keep({ ttfbMillis: metric.value }));
  document.addEventListener('visibilitychange', sendWhenHidden);
}

function keep(measured: Measured): void {
  waiting = { ...waiting, ...measured };
  sendWhenHidden();
}

/**
 * The page may be gone in the next moment, so nobody waits for an answer, and what does not arrive
 * is one measurement less. Nothing is told of who is not signed in.
 */
function sendWhenHidden(): void {
  const token = session.heldToken();
  if (document.visibilityState !== 'hidden' || !token || Object.keys(waiting).length === 0) return;
  const body = JSON.stringify(waiting);
  waiting = {};
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
  fetch('/api/v1/web-vitals', { method: 'POST', keepalive: true, headers, body }).catch(() => {});
}

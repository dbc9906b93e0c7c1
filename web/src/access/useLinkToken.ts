import { useState } from 'react';

/**
 * The token of a one-time link. It stands after `#`, which browsers do not send, and leaves the
 * address as soon as it is read, so that it is neither in the history nor on a screen.
 */
export function useLinkToken(): string {
  const [token] = useState(() => window.location.hash.slice(1));
  const { pathname } = window.location;
  if (window.location.hash !== '') window.history.replaceState(window.history.state, '', pathname);
  return token;
}

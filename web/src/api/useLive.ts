import { useEffect, useRef, useSyncExternalStore } from 'react';
import { live } from './live';
import type { LiveEvent } from './types';

/** Hears live events while the component is there; true while the socket is open. */
export function useLive(onEvent: (event: LiveEvent) => void): boolean {
  const latest = useRef(onEvent);
  useEffect(() => {
    latest.current = onEvent;
  });
  useEffect(() => live.listen((event) => latest.current(event)), []);
  return useSyncExternalStore(live.onState, live.isOpen);
}

/** True while a server that was there does not answer. */
export function useIsAway(): boolean {
  useLive(() => undefined);
  return useSyncExternalStore(live.onState, live.isAway);
}

import { useCallback, useInsertionEffect, useRef } from 'react';

/** The same function at every drawing, which does what the newest one does: rows stay memoised. */
export function useStable<A extends readonly unknown[], R>(act: (...args: A) => R) {
  const latest = useRef(act);
  useInsertionEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: A): R => latest.current(...args), []);
}

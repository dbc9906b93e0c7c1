import { type Query, useQueryClient } from '@tanstack/react-query';
import { useLive } from '../api/useLive';

/** Reads everything again when more happened than can be told one by one. */
export function useReset(): void {
  const queryClient = useQueryClient();
  useLive((event) => {
    if (event.type !== 'reset') return;
    void queryClient.invalidateQueries({ predicate: (query) => !isKept(query) });
  });
}

/**
 * Is it shown as it was read until somebody asks for it anew? The lists that are worked down say
 * themselves that they may be old.
 */
export function isKept(query: Pick<Query, 'observers'>): boolean {
  return query.observers.some(({ options }) => options.staleTime === Number.POSITIVE_INFINITY);
}

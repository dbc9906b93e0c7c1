import { api } from '../api/client';
import type { Comparison } from '../api/types';

const POLL_MILLIS = 500;

export function isUnderWay({ status }: Comparison): boolean {
  return status === 'queued' || status === 'running';
}

/** A comparison that keeps itself up to date until it has ended. */
export function useComparison(id: string | undefined) {
  return api.useQuery(
    'get',
    '/api/v1/comparisons/{comparisonId}',
    { params: { path: { comparisonId: id ?? '' } } },
    {
      enabled: id !== undefined,
      refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL_MILLIS : false),
    },
  );
}

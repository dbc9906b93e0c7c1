import { api } from '../api/client';

/** Do the entries of a run have amounts at all? Tables of people or products have none. */
export function useHasAmounts(runId: string): boolean {
  const { data } = api.useQuery('get', '/api/v1/runs/{runId}', { params: { path: { runId } } });
  return data?.summary?.matchRate.byValue.length !== 0;
}

import { api } from '../api/client';
import { hasAmounts } from '../api/hasAmounts';

/** The same of a run that is read first; before that, as most have. */
export function useHasAmounts(runId: string): boolean {
  const { data } = api.useQuery('get', '/api/v1/runs/{runId}', { params: { path: { runId } } });
  return data?.summary ? hasAmounts(data.summary.matchRate) : true;
}

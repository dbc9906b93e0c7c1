import { api } from '../api/client';

/** The numbers of the newest versions, newest first. */
export function useVersions(rec: string): readonly number[] {
  const { data } = api.useQuery('get', '/api/v1/reconciliations/{reconciliationId}/rule-sets', {
    params: { path: { reconciliationId: rec }, query: { limit: 50 } },
  });
  return data?.items.map(({ version }) => version) ?? [];
}

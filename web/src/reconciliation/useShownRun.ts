import { api } from '../api/client';

/** The run a page is about: the one in the URL, or the newest one that has a result. */
export function useShownRun(rec: string, run: string | undefined) {
  const { data, error, isPending, refetch } = api.useQuery(
    'get',
    '/api/v1/reconciliations/{reconciliationId}',
    { params: { path: { reconciliationId: rec } } },
    { enabled: run === undefined },
  );
  return {
    runId: run ?? data?.resultRun?.runId,
    error,
    isPending: run === undefined && isPending,
    refetch: () => void refetch(),
  };
}

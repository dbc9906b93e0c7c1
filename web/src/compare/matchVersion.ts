import type { QueryClient } from '@tanstack/react-query';
import { api } from '../api/client';

const FRESH_MILLIS = 60_000;

/**
 * The version of a match as the person sees it: a decision that names it is refused when somebody
 * else was faster. After a decision of one's own it is read anew.
 */
export async function shownVersion(queryClient: QueryClient, matchId: string): Promise<number> {
  const options = api.queryOptions(
    'get',
    '/api/v1/matches/{matchId}',
    { params: { path: { matchId } } },
    { staleTime: FRESH_MILLIS },
  );
  const detail = await queryClient.fetchQuery(options);
  return detail.row.version;
}

/** To be called after a decision: the versions of the matches it touched have changed. */
export function forgetVersions(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/matches/{matchId}'] });
}

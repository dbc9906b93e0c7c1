import type { QueryClient } from '@tanstack/react-query';
import { answerOf, api, client } from '../api/client';
import type { MatchDetail } from '../api/types';

const FRESH_MILLIS = 60_000;

/**
 * The version of a match as the person sees it: a decision that names it is refused when somebody
 * else was faster. After a decision of one's own it is read anew. What the pane is still reading is
 * not waited for: the pane gives it up when the cursor goes on.
 */
export async function shownVersion(queryClient: QueryClient, matchId: string): Promise<number> {
  const params = { path: { matchId } };
  const { queryKey } = api.queryOptions('get', '/api/v1/matches/{matchId}', { params });
  const shown = queryClient.getQueryState<MatchDetail>(queryKey);
  if (shown?.data && !shown.isInvalidated && Date.now() - shown.dataUpdatedAt < FRESH_MILLIS) {
    return shown.data.row.version;
  }
  const detail = await answerOf(client.GET('/api/v1/matches/{matchId}', { params }));
  return detail.row.version;
}

/** To be called after a decision: the versions of the matches it touched have changed. */
export function forgetVersions(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/matches/{matchId}'] });
}

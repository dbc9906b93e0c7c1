import { api } from '../api/client';

/** One break with its candidates; the queries are shared with the page that acts on them. */
export function useBreak(breakId: string | undefined, cand: number | undefined) {
  const path = { breakId: breakId ?? '' };
  const detail = api.useQuery(
    'get',
    '/api/v1/breaks/{breakId}',
    { params: { path } },
    { enabled: breakId !== undefined, staleTime: 60_000 },
  );
  const row = detail.data?.row;
  const alone = row !== undefined && row.matchId === null && row.status === 'open';
  const candidates = api.useQuery(
    'get',
    '/api/v1/breaks/{breakId}/candidates',
    { params: { path, query: { limit: 5 } } },
    { enabled: alone, staleTime: 60_000 },
  );
  const items = alone ? (candidates.data?.items ?? []) : [];
  const chosen = items.find(({ rank }) => rank === (cand ?? 1)) ?? items[0];
  return { detail, candidates, chosen };
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../api/client';
import type { BreakRow } from '../api/types';
import { chosenCandidate } from './candidates';
import { moveCursor } from './cursor';

const CANDIDATES_MAX = 5;
const FRESH_MILLIS = 60_000;

/** One break with its candidates; the queries are shared with the page that acts on them. */
export function useBreak(breakId: string | undefined, cand: number | undefined) {
  const path = { breakId: breakId ?? '' };
  const detail = api.useQuery(
    'get',
    '/api/v1/breaks/{breakId}',
    { params: { path } },
    { enabled: breakId !== undefined, staleTime: FRESH_MILLIS },
  );
  const row = detail.data?.row;
  const alone = row !== undefined && row.matchId === null && row.status === 'open';
  const candidates = api.useQuery(
    'get',
    '/api/v1/breaks/{breakId}/candidates',
    { params: { path, query: { limit: CANDIDATES_MAX } } },
    { enabled: alone, staleTime: FRESH_MILLIS },
  );
  const chosen = alone ? chosenCandidate(candidates.data?.items ?? [], cand) : undefined;
  return { detail, candidates, chosen };
}

/** Reads the break below the selected one ahead, so that going down shows it at once. */
export function useNextBreak(rows: readonly BreakRow[], selected: string | undefined): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const id = moveCursor(rows, selected, 1);
    const next = rows.find((row) => row.id === id);
    if (!next || next.id === selected) return;
    const path = { breakId: next.id };
    const options = { staleTime: FRESH_MILLIS };
    const detail = { params: { path } };
    void queryClient.prefetchQuery(
      api.queryOptions('get', '/api/v1/breaks/{breakId}', detail, options),
    );
    if (next.matchId !== null || next.status !== 'open') return;
    const candidates = { params: { path, query: { limit: CANDIDATES_MAX } } };
    void queryClient.prefetchQuery(
      api.queryOptions('get', '/api/v1/breaks/{breakId}/candidates', candidates, options),
    );
  }, [queryClient, rows, selected]);
}

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answerOf, client } from '../api/client';
import type { MatchRow } from '../api/types';
import { useFailedPage } from '../api/usePages';
import type { MatchSearch } from './search';

const PAGE_ROWS = 200;

/** The matches that the choices leave, read on as the list is scrolled. */
export function useMatchRows(runId: string, { pass, status, waiting, sort }: MatchSearch) {
  const list = useInfiniteQuery({
    queryKey: ['match-rows', runId, pass ?? '', status ?? '', waiting ?? false, sort ?? ''],
    queryFn: ({ pageParam }) =>
      answerOf(
        client.GET('/api/v1/runs/{runId}/matches', {
          params: {
            path: { runId },
            query: {
              limit: PAGE_ROWS,
              ...(pass && { pass }),
              ...(status && { status }),
              ...(waiting && { waiting }),
              ...(sort && { sort }),
              ...(pageParam !== null && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useFailedPage(list);
  const rows = useMemo((): MatchRow[] => {
    return (list.data?.pages ?? []).flatMap(({ items }) => items);
  }, [list.data]);
  return { list, rows };
}

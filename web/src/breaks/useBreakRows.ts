import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answerOf, api, client } from '../api/client';
import type { BreakRow, BreakSort } from '../api/types';
import { useFailedPage } from '../api/usePages';
import { type BreakSearch, filterQuery } from './search';

const PAGE_ROWS = 200;

type SortedSearch = BreakSearch & { readonly sort: BreakSort };

/** The rows of the list, read on as it is scrolled, and the counts of the facets. */
export function useBreakRows(runId: string, search: SortedSearch) {
  const filters = filterQuery(search);
  const { sort } = search;
  const list = useInfiniteQuery({
    queryKey: ['break-rows', runId, filters, sort],
    queryFn: ({ pageParam }) =>
      answerOf(
        client.GET('/api/v1/runs/{runId}/breaks', {
          params: {
            path: { runId },
            query: {
              ...filters,
              sort,
              limit: PAGE_ROWS,
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
  const counts = api.useQuery(
    'get',
    '/api/v1/runs/{runId}/break-counts',
    { params: { path: { runId }, query: filters } },
    { placeholderData: keepPreviousData },
  );
  const rows = useMemo(() => rowsOf(list.data?.pages), [list.data]);
  return { list, counts, rows, total: counts.data?.total ?? rows.length };
}

function rowsOf(pages: readonly { readonly items: readonly BreakRow[] }[] = []): BreakRow[] {
  return pages.flatMap(({ items }) => items);
}

import { hashKey, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useIsAway } from './useLive';

interface ListPage<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export type ReadPage<T> = (query: { cursor?: string; limit: number }) => Promise<ListPage<T>>;

/**
 * A list that the server gives page by page; `read` is asked with where the last one ended. While
 * it is read with another filter it shows what was there before.
 */
export function usePages<T>(
  key: readonly unknown[],
  read: ReadPage<T>,
  filter: Readonly<Record<string, unknown>> = {},
) {
  const list = useInfiniteQuery({
    queryKey: [...key, filter],
    queryFn: ({ pageParam }) => read({ limit: PAGE_ROWS, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (before, query) => (isOfList(key, query?.queryKey) ? before : undefined),
  });
  useFailedPage(list);
  return { ...list, rows: list.data?.pages.flatMap(({ items }) => items) ?? [] };
}

const PAGE_ROWS = 100;

function isOfList(key: readonly unknown[], other: readonly unknown[] = []): boolean {
  return hashKey(key) === hashKey(other.slice(0, -1));
}

interface Pages {
  readonly isFetchNextPageError: boolean;
  readonly fetchNextPage: () => unknown;
  readonly refetch: () => unknown;
}

/** Asks for what failed: a page more, or the whole list. */
export function retryPages(list: Pages): void {
  void (list.isFetchNextPageError ? list.fetchNextPage() : list.refetch());
}

/** Asks again for a page that failed once the server is back; those before it stay as read. */
export function useFailedPage(list: Pages): void {
  const isAway = useIsAway();
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  });
  useEffect(() => {
    if (!isAway && latest.current.isFetchNextPageError) latest.current.fetchNextPage();
  }, [isAway]);
}

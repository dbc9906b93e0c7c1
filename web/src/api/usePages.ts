import { useInfiniteQuery } from '@tanstack/react-query';

interface ListPage<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A list that the server gives page by page; `read` is asked with where the last one ended. */
export function usePages<T>(
  key: readonly unknown[],
  read: (query: { cursor?: string; limit: number }) => Promise<ListPage<T>>,
) {
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read({ limit: PAGE_ROWS, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  return { ...list, rows: list.data?.pages.flatMap(({ items }) => items) ?? [] };
}

const PAGE_ROWS = 100;

import { useQuery } from '@tanstack/react-query';
import type { ReadPage } from './usePages';

/** As many as the server gives at once. */
const PAGE_ROWS = 200;

/** A list that is read to its end, for what is added up, ordered or found over all of it. */
export function useAll<T>(key: readonly unknown[], read: ReadPage<T>) {
  return useQuery({ queryKey: ['all', ...key], queryFn: () => readAll(read) });
}

/** Reads page after page, until there is none. */
export async function readAll<T>(read: ReadPage<T>): Promise<T[]> {
  const rows: T[] = [];
  let next: string | null = null;
  do {
    const page: Awaited<ReturnType<ReadPage<T>>> = await read({
      limit: PAGE_ROWS,
      ...(next && { cursor: next }),
    });
    rows.push(...page.items);
    next = page.next;
  } while (next !== null);
  return rows;
}

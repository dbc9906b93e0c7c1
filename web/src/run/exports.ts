import { answerOf, client } from '../api/client';
import type { RejectedLine } from '../api/types';
import { toCsv } from '../ui/csv';

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

const PAGE_ROWS = 200;

/** Reads a list to its end, page by page. */
async function all<T>(
  read: (cursor: { cursor?: string }) => Promise<Page<T>>,
  onRows: (rows: number) => void,
): Promise<T[]> {
  const rows: T[] = [];
  let next: string | null = null;
  do {
    const page: Page<T> = await read(next === null ? {} : { cursor: next });
    rows.push(...page.items);
    onRows(rows.length);
    next = page.next;
  } while (next !== null);
  return rows;
}

/** Every line that could not become an entry, as it stands in the file. */
export async function rejectedCsv(runId: string, onRows: (rows: number) => void): Promise<string> {
  const rows = await all<RejectedLine>((cursor) => {
    const params = { path: { runId }, query: { ...cursor, limit: PAGE_ROWS } };
    return answerOf(client.GET('/api/v1/runs/{runId}/rejected-lines', { params }));
  }, onRows);
  return toCsv([
    ['side', 'line', 'column', 'found', 'expected', 'detail', 'raw'],
    ...rows.map(({ side, line, column, found, expected, detail, raw }) => {
      return [side, line, column, found, expected, detail, raw];
    }),
  ]);
}

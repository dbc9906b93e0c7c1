import { answerOf, client } from '../api/client';
import type { BreakEntry, BreakRow, MatchRow, RejectedLine, Side } from '../api/types';
import { toCsv } from '../ui/csv';
import { breakLabel, matchLabel } from '../ui/vocabulary';

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

/** Every break of a run with its two sides and its reason. */
export async function breaksCsv(runId: string, onRows: (rows: number) => void): Promise<string> {
  const rows = await all<BreakRow>((cursor) => {
    const query = { ...cursor, limit: PAGE_ROWS, sort: 'id' as const };
    const params = { path: { runId }, query };
    return answerOf(client.GET('/api/v1/runs/{runId}/breaks', { params }));
  }, onRows);
  const head = ['break', 'kind', 'status', 'left_line', 'left_amount', 'right_line'];
  const more = ['right_amount', 'currency', 'difference', 'reference', 'party', 'date', 'reason'];
  return toCsv([[...head, ...more], ...rows.map(breakCells)]);
}

function breakCells(row: BreakRow) {
  const { left, right, difference } = row;
  const entry = left ?? right;
  return [
    breakLabel(row.number),
    row.kind,
    row.status,
    left?.line ?? null,
    left?.amount.value ?? null,
    right?.line ?? null,
    right?.amount.value ?? null,
    difference.currency,
    difference.value,
    entry?.reference ?? null,
    entry?.party ?? null,
    entry?.date ?? null,
    row.reason,
  ];
}

/** Every match of a run, one line for each of its entries. */
export async function matchesCsv(runId: string, onRows: (rows: number) => void): Promise<string> {
  const rows = await all<MatchRow>((cursor) => {
    const params = { path: { runId }, query: { ...cursor, limit: PAGE_ROWS } };
    return answerOf(client.GET('/api/v1/runs/{runId}/matches', { params }));
  }, onRows);
  const head = ['match', 'status', 'pass', 'confidence', 'by_hand', 'side', 'line'];
  const more = ['amount', 'currency', 'reference', 'party', 'date'];
  return toCsv([[...head, ...more], ...rows.flatMap(matchLines)]);
}

function matchLines(row: MatchRow) {
  const { number, status, pass, confidence, byHand } = row;
  const match = [matchLabel(number), status, pass, confidence, byHand ? 'yes' : 'no'];
  const line = (side: Side, entry: BreakEntry) => {
    const { amount, reference, party, date } = entry;
    return [...match, side, entry.line, amount.value, amount.currency, reference, party, date];
  };
  return [
    ...row.left.map((entry) => line('left', entry)),
    ...row.right.map((entry) => line('right', entry)),
  ];
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

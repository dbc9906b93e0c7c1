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

/** The run whose lists are written; without amounts, those cells are empty. */
interface Exported {
  readonly runId: string;
  readonly hasAmounts: boolean;
}

/** Every break of a run with its two sides and its reason. */
export async function breaksCsv(
  { runId, hasAmounts }: Exported,
  onRows: (rows: number) => void,
): Promise<string> {
  const rows = await all<BreakRow>((cursor) => {
    const query = { ...cursor, limit: PAGE_ROWS, sort: 'id' as const };
    const params = { path: { runId }, query };
    return answerOf(client.GET('/api/v1/runs/{runId}/breaks', { params }));
  }, onRows);
  const head = ['break', 'kind', 'status', 'left_line', 'left_amount', 'right_line'];
  const more = ['right_amount', 'currency', 'difference', 'reference', 'party', 'date', 'reason'];
  return toCsv([[...head, ...more], ...rows.map((row) => breakCells(row, hasAmounts))]);
}

function breakCells(row: BreakRow, hasAmounts: boolean) {
  const { left, right, difference } = row;
  const entry = left ?? right;
  const amount = (text: string | undefined) => (hasAmounts ? (text ?? null) : null);
  return [
    breakLabel(row.number),
    row.kind,
    row.status,
    left?.line ?? null,
    amount(left?.amount.value),
    right?.line ?? null,
    amount(right?.amount.value),
    amount(difference.currency),
    amount(difference.value),
    entry?.reference ?? null,
    entry?.party ?? null,
    entry?.date ?? null,
    row.reason,
  ];
}

/** Every match of a run, one line for each of its entries. */
export async function matchesCsv(
  { runId, hasAmounts }: Exported,
  onRows: (rows: number) => void,
): Promise<string> {
  const rows = await all<MatchRow>((cursor) => {
    const params = { path: { runId }, query: { ...cursor, limit: PAGE_ROWS } };
    return answerOf(client.GET('/api/v1/runs/{runId}/matches', { params }));
  }, onRows);
  const head = ['match', 'status', 'pass', 'confidence', 'by_hand', 'side', 'line'];
  const more = ['amount', 'currency', 'reference', 'party', 'date'];
  return toCsv([[...head, ...more], ...rows.flatMap((row) => matchLines(row, hasAmounts))]);
}

function matchLines(row: MatchRow, hasAmounts: boolean) {
  const { number, status, pass, confidence, byHand } = row;
  const match = [matchLabel(number), status, pass, confidence, byHand ? 'yes' : 'no'];
  const line = (side: Side, entry: BreakEntry) => {
    const { amount, reference, party, date } = entry;
    const money = hasAmounts ? [amount.value, amount.currency] : [null, null];
    return [...match, side, entry.line, ...money, reference, party, date];
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

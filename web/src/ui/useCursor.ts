import { useEffect, useRef } from 'react';

interface Identified {
  readonly id: string;
}

interface Seen<Row> {
  readonly rows: readonly Row[];
  readonly id: string | undefined;
}

/** The row that is wanted; where it is gone, the one that came to its place; else the first. */
export function useCursor<Row extends Identified>(
  rows: readonly Row[],
  wanted: string | undefined,
): Row | undefined {
  const seen = useRef<Seen<Row>>({ rows, id: undefined });
  const row = wanted === undefined ? rows[0] : findCursor(rows, wanted, seen.current);
  useEffect(() => {
    seen.current = { rows, id: row?.id };
  });
  return row;
}

/** What `useCursor` gives where a row is wanted. */
export function findCursor<Row extends Identified>(
  rows: readonly Row[],
  wanted: string,
  { id, rows: before }: Seen<Row>,
): Row | undefined {
  const there = rows.find((row) => row.id === wanted);
  return there ?? (id === undefined ? undefined : findNear(rows, id, before)) ?? rows[0];
}

/**
 * The row of that name, or where it is gone the next one that was below it and is still there, or
 * else the nearest above.
 */
function findNear<Row extends Identified>(
  rows: readonly Row[],
  gone: string,
  before: readonly Row[],
): Row | undefined {
  const now = new Map(rows.map((row) => [row.id, row]));
  const at = Math.max(
    0,
    before.findIndex(({ id }) => id === gone),
  );
  const near =
    before.slice(at).find(({ id }) => now.has(id)) ??
    before.slice(0, at).findLast(({ id }) => now.has(id));
  return near && now.get(near.id);
}

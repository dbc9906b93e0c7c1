interface Identified {
  readonly id: string;
}

/** The row `step` away, held at both ends; the first row when none is selected. */
export function moveCursor(
  rows: readonly Identified[],
  selected: string | undefined,
  step: number,
): string | undefined {
  const at = rows.findIndex(({ id }) => id === selected);
  if (at < 0) return rows[0]?.id;
  return rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.id;
}

/**
 * Where the cursor goes after a row was handled: the next row below that is not handled, else
 * the nearest above, else it stays.
 */
export function advanceCursor(
  rows: readonly Identified[],
  selected: string | undefined,
  isHandled: (id: string) => boolean,
): string | undefined {
  const at = rows.findIndex(({ id }) => id === selected);
  const below = rows.slice(at + 1).find(({ id }) => !isHandled(id));
  const above = rows.slice(0, Math.max(at, 0)).findLast(({ id }) => !isHandled(id));
  return below?.id ?? above?.id ?? selected;
}

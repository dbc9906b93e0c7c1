import type { BreakDetail, Candidate, Entry } from '../api/types';

interface Pair {
  readonly left: Entry | undefined;
  readonly right: Entry | undefined;
}

/**
 * The two entries to compare: both sides of the break, or its entry and the chosen candidate, or
 * the two that are the same for a duplicate.
 */
export function comparedPair(detail: BreakDetail, chosen: Candidate | undefined): Pair {
  const [left, right] = [detail.left[0], detail.right[0]];
  if (left && right) return { left, right };
  const second = detail.left[1] ?? detail.right[1];
  if (second) return { left: left ?? right, right: second };
  const entry = chosen?.entry;
  if (!entry) return { left, right };
  return left ? { left, right: entry } : { left: entry, right };
}

/** Inside a match, a field that is not among the differences is within what the rules accept. */
export function toleratedFields(
  detail: BreakDetail,
  left: Entry | undefined,
  right: Entry | undefined,
): ReadonlySet<string> {
  if (detail.row.matchId === null) return new Set();
  const differing = new Set(detail.differences.map(({ field }) => field));
  const all = [...(left?.fields ?? []), ...(right?.fields ?? [])].map(({ field }) => field);
  return new Set(all.filter((field) => !differing.has(field)));
}

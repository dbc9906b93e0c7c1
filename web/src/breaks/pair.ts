import type { BreakDetail, Candidate, Entry } from '../api/types';
import { type Judge, judgeByBreaks, judgeByEvidence, judgeStrictly } from '../compare/fieldPairs';

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

/** Who says what a difference means: the break's kind, or the candidate's evidence. */
export function judgeOf(detail: BreakDetail, chosen: Candidate | undefined): Judge {
  if (detail.row.matchId !== null) return judgeByBreaks([detail.row.kind], detail.differences);
  return chosen ? judgeByEvidence(chosen.evidence) : judgeStrictly;
}

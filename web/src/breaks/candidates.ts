import type { Candidate } from '../api/types';

/** Below this sum of evidence a candidate is shown, but never chosen by itself. */
const LIKELY_SCORE_MIN = 5;

export function isLikely({ score }: Candidate): boolean {
  return score >= LIKELY_SCORE_MIN;
}

/**
 * The candidate that is compared: the one a person picked, else the first if it is likely. So
 * Enter never matches what nothing speaks for.
 */
export function chosenCandidate(
  items: readonly Candidate[],
  picked: number | undefined,
): Candidate | undefined {
  if (picked !== undefined) return items.find(({ rank }) => rank === picked);
  const first = items[0];
  return first && isLikely(first) ? first : undefined;
}

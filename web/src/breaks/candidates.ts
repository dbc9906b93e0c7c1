import type { Candidate } from '../api/types';

/** A less likely candidate is shown, but never chosen by itself. */
const LIKELY_CONFIDENCE_MIN = 0.5;

export function isLikely({ confidence, taken }: Candidate): boolean {
  return taken === null && confidence >= LIKELY_CONFIDENCE_MIN;
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
  return items.find(isLikely);
}

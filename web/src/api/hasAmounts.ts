import type { MatchRate } from './types';

/** Do the entries of a run have amounts at all? Tables of people or products have none. */
export function hasAmounts({ byValue }: MatchRate): boolean {
  return byValue.length > 0;
}

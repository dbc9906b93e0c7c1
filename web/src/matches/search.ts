import type { MatchStatus } from '../api/types';
import { isYes } from '../ui/searchFlag';

/** The view state of the match list, in the URL. */
export interface MatchSearch {
  readonly run?: string | undefined;
  readonly pass?: string | undefined;
  readonly status?: MatchStatus | undefined;
  readonly waiting?: true | undefined;
  /** By number when nothing is said. */
  readonly sort?: 'confidence' | undefined;
  readonly sel?: string | undefined;
}

export function readMatchSearch(said: Record<string, unknown>): MatchSearch {
  const status = said.status === 'matched' || said.status === 'suggested' ? said.status : undefined;
  const texts = ['run', 'pass', 'sel'] as const;
  return {
    ...Object.fromEntries(
      texts.flatMap((name) => (typeof said[name] === 'string' ? [[name, said[name]]] : [])),
    ),
    ...(status && { status }),
    ...(isYes(said.waiting) && { waiting: true as const }),
    ...(said.sort === 'confidence' && { sort: 'confidence' as const }),
  };
}

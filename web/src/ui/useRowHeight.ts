import type { Density } from '../api/types';
import { useMe } from '../api/useSession';

const HEIGHTS: Record<Density, number> = { comfortable: 32, compact: 26 };

/** How high a row of a grid is, as the person wants it; the style sheet has the same as --row. */
export function useRowHeight(): number {
  return HEIGHTS[useMe().profile.density];
}

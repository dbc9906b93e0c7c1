import type { Approval } from '../api/types';

type About = Pick<Approval, 'kind' | 'runId' | 'breaks' | 'matchId'>;

/** Where one sees what an approval is about: its break, or else its match. */
export function placeOf({ kind, runId, breaks, matchId }: About) {
  const [sel] = breaks;
  if (!sel) {
    return { to: '/r/$rec/matches', search: { run: runId, ...(matchId && { sel: matchId }) } };
  }
  // What was decided, and would be undone, is not among the open ones.
  const status = kind === 'undo' && ({ status: 'all' } as const);
  return { to: '/r/$rec/breaks', search: { run: runId, sel, ...status } };
}

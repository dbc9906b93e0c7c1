import { useNavigate } from '@tanstack/react-router';
import type { Approval } from '../api/types';

/** Goes to what an approval is about: its break, or else its match. */
export function useLook(): (approval: Approval) => void {
  const navigate = useNavigate();
  return ({ reconciliationId, runId, breaks, matchId }) => {
    const params = { rec: reconciliationId };
    const [first] = breaks;
    if (first) {
      void navigate({ to: '/r/$rec/breaks', params, search: { run: runId, sel: first } });
      return;
    }
    const search = { run: runId, ...(matchId && { sel: matchId }) };
    void navigate({ to: '/r/$rec/matches', params, search });
  };
}

import type { QueryClient } from '@tanstack/react-query';
import type { Approval, Decision } from '../api/types';

/** Does what was wanted wait for another person, instead of being done? */
export function waits(answer: Decision | Approval): answer is Approval {
  return 'settled' in answer && answer.status === 'waiting';
}

/** To be called when something waits, or waits no more. */
export async function forgetApprovals(queryClient: QueryClient): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey.some((part) => String(part).includes('approval')),
  });
  const shown = [
    '/api/v1/breaks/{breakId}',
    '/api/v1/matches/{matchId}',
    '/api/v1/runs/{runId}/break-counts',
  ];
  for (const path of shown) {
    await queryClient.invalidateQueries({ queryKey: ['get', path] });
  }
}

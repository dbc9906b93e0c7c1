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
  for (const path of ['/api/v1/breaks/{breakId}', '/api/v1/matches/{matchId}']) {
    await queryClient.invalidateQueries({ queryKey: ['get', path] });
  }
}

import { useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../api/client';
import { asProblem } from '../api/problem';
import type { Proposal, Yields } from '../api/types';
import type { StoredPair } from './useProposal';

/** What each pass would find in the whole files, once somebody has measured it. */
export interface MeasuredYields {
  readonly yields: Yields | undefined;
  readonly isMeasuring: boolean;
  /** Why there are none, in words. */
  readonly failure: string | null;
}

/** Measures the passes of the rules that stand on the page, as soon as both files are uploaded. */
export function useYields(
  stored: StoredPair,
  proposal: Proposal | undefined,
  rules: string,
): MeasuredYields {
  const sound = proposal !== undefined && proposal.faults.length === 0;
  const { data, error, isFetching } = useQuery({
    queryKey: ['yields', stored?.left.id, stored?.right.id, rules],
    queryFn: ({ signal }) => {
      if (!stored) throw new Error('Yields need two uploaded files');
      const body = { leftFile: stored.left.id, rightFile: stored.right.id, rules };
      return answerOf(client.POST('/api/v1/yields', { body, signal }));
    },
    enabled: stored !== null && sound && proposal.passes.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return {
    yields: data,
    isMeasuring: isFetching,
    failure: error === null ? null : asProblem(error).detail,
  };
}

import { useMutation } from '@tanstack/react-query';
import { answerOf, client } from '../api/client';

interface Wish {
  readonly rec: string;
  readonly runId: string;
  readonly rules: string;
}

/** Tries a rule set on the lines of a run. */
export function useTry() {
  return useMutation({
    mutationFn: ({ rec, runId, rules }: Wish) =>
      answerOf(
        client.POST('/api/v1/reconciliations/{reconciliationId}/comparisons', {
          params: { path: { reconciliationId: rec } },
          body: { runId, rules },
        }),
      ),
  });
}

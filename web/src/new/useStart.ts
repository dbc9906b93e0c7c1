import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answerOf, client } from '../api/client';
import type { Side, StoredFile } from '../api/types';

interface StartWish {
  readonly name: string;
  readonly rules: string;
}

/** Waits for the uploads, makes the reconciliation, queues its first run and goes to watch it. */
export function useStart(uploaded: () => Promise<Record<Side, StoredFile>>) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ name, rules }: StartWish) => {
      const { left, right } = await uploaded();
      const reconciliation = await answerOf(
        client.POST('/api/v1/reconciliations', { body: { name, rules } }),
      );
      return answerOf(
        client.POST('/api/v1/reconciliations/{reconciliationId}/runs', {
          params: { path: { reconciliationId: reconciliation.id } },
          body: { leftFile: left.id, rightFile: right.id },
        }),
      );
    },
    onSuccess: (run) =>
      navigate({
        to: '/r/$rec/runs/$run',
        params: { rec: run.reconciliationId, run: run.id },
      }),
  });
}

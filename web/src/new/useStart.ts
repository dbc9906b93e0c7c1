import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answerOf, client } from '../api/client';
import { deliverFile } from '../api/deliver';
import { ProblemError, problemFrom } from '../api/problem';
import type { Delivery, Side, StoredFile } from '../api/types';
import type { FilePair } from './draft';
import { forgetDraft } from './keptDraft';
import type { ChosenSources } from './SourceChoice';

interface StartWish {
  readonly name: string;
  readonly rules: string;
  readonly files: FilePair;
  readonly sources: ChosenSources;
}

/** Waits for the uploads, makes the reconciliation, queues its first run and goes to watch it. */
export function useStart(uploaded: () => Promise<Record<Side, StoredFile>>) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ name, rules, files, sources }: StartWish) => {
      const { left, right } = await uploaded();
      const leftFile = await delivered(sources.left, files.left, left);
      const rightFile = await delivered(sources.right, files.right, right);
      const leftSource = sources.left || null;
      const rightSource = sources.right || null;
      const reconciliation = await answerOf(
        client.POST('/api/v1/reconciliations', {
          body: { name, rules, leftSource, rightSource },
        }),
      );
      return answerOf(
        client.POST('/api/v1/reconciliations/{reconciliationId}/runs', {
          params: { path: { reconciliationId: reconciliation.id } },
          body: { leftFile, rightFile },
        }),
      );
    },
    onSuccess: (run) => {
      forgetDraft();
      return navigate({
        to: '/r/$rec/runs/$run',
        params: { rec: run.reconciliationId, run: run.id },
      });
    },
  });
}

/** All that the source has delivered with this file; the file itself where it is of no source. */
async function delivered(source: string, file: File | null, stored: StoredFile): Promise<string> {
  if (source === '' || file === null) return stored.id;
  const delivery = await deliverFile<Delivery>(`/api/v1/sources/${source}/deliveries`, file);
  if (delivery.mergedFileId) return delivery.mergedFileId;
  throw new ProblemError({
    ...problemFrom('', 422),
    title: `The delivery is ${delivery.state}`,
    detail: delivery.reason ?? 'Look at it on the page of the source.',
  });
}

import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Side, StoredFile } from '../api/types';
import { useMe } from '../api/useSession';
import { type FirstRun, startFirstRun } from './firstRun';
import { forgetDraft } from './keptDraft';

/** Waits for the uploads, makes the reconciliation, queues its first run and goes to watch it. */
export function useStart(uploaded: () => Promise<Record<Side, StoredFile>>) {
  const navigate = useNavigate();
  const { id } = useMe().person;
  return useMutation({
    mutationFn: async (wanted: FirstRun) => startFirstRun(wanted, await uploaded()),
    onSuccess: (run) => {
      forgetDraft(id);
      return navigate({
        to: '/r/$rec/runs/$run',
        params: { rec: run.reconciliationId, run: run.id },
      });
    },
  });
}

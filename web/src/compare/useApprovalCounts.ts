import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import type { ApprovalCount } from '../api/types';
import { useLive } from '../api/useLive';
import { useMay } from '../api/useSession';

/** What waits for my yes, kept up to date; nothing for who may approve nothing. */
export function useToCheck(): ApprovalCount | undefined {
  const queryClient = useQueryClient();
  const enabled = useMay('approve:decisions');
  const { data } = api.useQuery('get', '/api/v1/approval-counts', {}, { enabled });
  useLive((event) => {
    const ended = event.type === 'run-changed' && event.stage === 'end';
    if (event.type !== 'approval-changed' && !ended) return;
    void queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/approval-counts'] });
  });
  return data?.toCheck;
}

import { useQueryClient } from '@tanstack/react-query';
import { answerOf, client } from './client';
import { useAll } from './useAll';

const PATH = '/api/v1/reconciliations';

/** Every reconciliation that this person sees, with where it stands. */
export function useReconciliations() {
  const queryClient = useQueryClient();
  const list = useAll([PATH], (query) => answerOf(client.GET(PATH, { params: { query } })));
  const readAgain = () => void queryClient.invalidateQueries({ queryKey: ['all', PATH] });
  return { ...list, readAgain };
}

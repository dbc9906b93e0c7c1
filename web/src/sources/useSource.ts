import { useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';

const DELIVERIES_MAX = 100;

/** One source: how it stands, what it delivered, and a way to read both again. */
export function useSource(sourceId: string) {
  const queryClient = useQueryClient();
  const path = { sourceId };
  const standing = api.useQuery('get', '/api/v1/sources/{sourceId}/standing', {
    params: { path },
  });
  const deliveries = api.useQuery('get', '/api/v1/sources/{sourceId}/deliveries', {
    params: { path, query: { limit: DELIVERIES_MAX } },
  });
  const readAgain = async () => {
    await queryClient.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/v1/source'),
    });
  };
  return { standing, deliveries, readAgain };
}

import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api, client } from '../api/client';
import { usePages } from '../api/usePages';

const DELIVERIES = '/api/v1/sources/{sourceId}/deliveries';

/** One source: how it stands, what it delivered, and a way to read both again. */
export function useSource(sourceId: string) {
  const queryClient = useQueryClient();
  const path = { sourceId };
  const standing = api.useQuery('get', '/api/v1/sources/{sourceId}/standing', {
    params: { path },
  });
  const deliveries = usePages(['pages', DELIVERIES, sourceId], (query) =>
    answerOf(client.GET(DELIVERIES, { params: { path, query } })),
  );
  const readAgain = async () => {
    await queryClient.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/v1/source'),
    });
  };
  return { standing, deliveries, readAgain };
}

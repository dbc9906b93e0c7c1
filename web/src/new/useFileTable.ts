import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../api/client';
import type { FileChoices, StoredFile } from '../api/types';

/** What the door says of an uploaded file with these choices. */
export function useFileTable(stored: StoredFile | null, chosen: FileChoices) {
  return useQuery({
    queryKey: ['file-table', stored?.id, chosen],
    queryFn: () => {
      if (!stored) throw new Error('A file has a table once it is uploaded');
      return answerOf(
        client.GET('/api/v1/files/{fileId}/table', {
          params: { path: { fileId: stored.id }, query: chosen },
        }),
      );
    },
    enabled: stored !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    placeholderData: (before, query) =>
      query?.queryKey[1] === stored?.id ? keepPreviousData(before) : undefined,
  });
}

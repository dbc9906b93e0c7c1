import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, client } from '../api/client';
import type { components } from '../api/schema';
import type { PersonDetail } from '../api/types';

type PersonChange = components['schemas']['PersonChange'];

/** Changes a person as it was read; somebody else's change in between is told, not lost. */
export function useChangePerson(person: PersonDetail, onDone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: PersonChange) =>
      answerOf(
        client.PATCH('/api/v1/people/{personId}', {
          params: {
            path: { personId: person.id },
            header: { 'If-Match': `"${person.version}"` },
          },
          body,
        }),
      ),
    onSuccess: onDone,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
}

import { useMutation } from '@tanstack/react-query';
import { answerOf, client } from '../api/client';
import type { components } from '../api/schema';
import { session } from '../api/session';

type MeChange = components['schemas']['MeChange'];

/** Changes what the server keeps of me; the whole page follows. */
export function useChangeMe() {
  return useMutation({
    mutationFn: (body: MeChange) => answerOf(client.PATCH('/api/v1/me', { body })),
    onSuccess: (me) => session.know(me),
  });
}

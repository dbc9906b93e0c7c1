import { useMutation } from '@tanstack/react-query';
import { answerOf, client } from '../api/client';
import type { components } from '../api/schema';
import { session } from '../api/session';

type MeChange = components['schemas']['MeChange'];

/**
 * Changes what the server keeps of me; the whole page follows. One change after the other: else an
 * answer that is late would take back on the page what was chosen after it was asked for.
 */
export function useChangeMe() {
  return useMutation({
    scope: { id: 'me' },
    mutationFn: (body: MeChange) => answerOf(client.PATCH('/api/v1/me', { body })),
    onSuccess: (me) => session.know(me),
  });
}

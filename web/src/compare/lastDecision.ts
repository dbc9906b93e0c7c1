import { answerOf, client } from '../api/client';
import type { Decision } from '../api/types';

const DECISIONS_MAX = 200;

/** The newest decision of a person that still stands, also one from before the page was opened. */
export async function lastDecision(runId: string, person: string): Promise<Decision | undefined> {
  const params = { path: { runId }, query: { limit: DECISIONS_MAX } };
  const page = await answerOf(client.GET('/api/v1/runs/{runId}/decisions', { params }));
  return page.items.find(({ by, status, kind }) => {
    return by.id === person && status === 'active' && kind !== 'comment';
  });
}

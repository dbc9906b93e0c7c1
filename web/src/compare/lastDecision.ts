import { answerOf, client } from '../api/client';
import type { Decision } from '../api/types';

/** The newest decision that still stands, also one from before the page was opened. */
export async function lastDecision(runId: string): Promise<Decision | undefined> {
  const params = { path: { runId }, query: { limit: 50 } };
  const page = await answerOf(client.GET('/api/v1/runs/{runId}/decisions', { params }));
  return page.items.find(({ status, kind }) => status === 'active' && kind !== 'comment');
}

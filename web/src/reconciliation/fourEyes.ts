import { answerOf, client } from '../api/client';
import type { FourEyes } from '../api/types';

const PATH = '/api/v1/reconciliations/{reconciliationId}';

/** What a reconciliation asks for, and the version of the reconciliation that it is of. */
export interface FourEyesRead {
  readonly version: number;
  readonly asked: FourEyes;
}

/** The version is read first: what somebody changes after that is refused, never overwritten. */
export async function readFourEyes(rec: string): Promise<FourEyesRead> {
  const params = { path: { reconciliationId: rec } };
  const { version } = await answerOf(client.GET(PATH, { params }));
  return { version, asked: await answerOf(client.GET(`${PATH}/four-eyes`, { params })) };
}

/** Replaces what was read; somebody else's change in between is told, not lost. */
export function saveFourEyes(rec: string, version: number, wanted: FourEyes): Promise<FourEyes> {
  const params = { path: { reconciliationId: rec }, header: { 'If-Match': `"${version}"` } };
  return answerOf(client.PUT(`${PATH}/four-eyes`, { params, body: wanted }));
}

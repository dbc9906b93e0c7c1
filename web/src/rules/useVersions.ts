import { answerOf, client } from '../api/client';
import { useAll } from '../api/useAll';

const PATH = '/api/v1/reconciliations/{reconciliationId}/rule-sets';

/** The numbers of all versions, newest first. */
export function useVersions(rec: string): readonly number[] {
  const path = { reconciliationId: rec };
  const { data = [] } = useAll([PATH, rec], (query) =>
    answerOf(client.GET(PATH, { params: { path, query } })),
  );
  return data.map(({ version }) => version);
}

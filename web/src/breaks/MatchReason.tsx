import { api } from '../api/client';
import { MatchWhy } from '../compare/MatchWhy';

/** Why the two sides of a break were put together at all. */
export function MatchReason({ matchId }: { readonly matchId: string }) {
  const { data } = api.useQuery('get', '/api/v1/matches/{matchId}', {
    params: { path: { matchId } },
  });
  return data ? <MatchWhy row={data.row} /> : null;
}

import { useEffect } from 'react';
import { api } from '../api/client';
import type { Person, Presence } from '../api/types';
import { useLive } from '../api/useLive';
import { useMe } from '../api/useSession';
import { useStable } from '../ui/useStable';

/** Who only passes by with the arrow keys is at none of the breaks. */
const SETTLED_MILLIS = 700;
/** The server believes it for 45 seconds. */
const AGAIN_MILLIS = 20_000;

const PRESENCE = '/api/v1/runs/{runId}/presence';

export type Others = ReadonlyMap<string, readonly Person[]>;

/**
 * Tells the others which break is looked at here, and who else looks at which. A courtesy: when it
 * cannot be told, nothing is lost but that.
 */
export function usePresence(runId: string, breakId: string | undefined): Others {
  const me = useMe().person.id;
  const params = { params: { path: { runId } } };
  const seen = api.useQuery('get', PRESENCE, params, { refetchInterval: AGAIN_MILLIS });
  const said = api.useMutation('put', PRESENCE);
  useLive((event) => {
    if (event.type === 'presence-changed' && event.runId === runId) void seen.refetch();
  });
  const tell = useStable((id: string | null) =>
    said.mutate({ ...params, body: { breakId: id }, keepalive: true }),
  );

  useEffect(() => {
    if (!breakId) return;
    const id = breakId;
    const here = () => document.visibilityState === 'visible';
    const say = () => {
      if (here()) tell(id);
    };
    const settled = setTimeout(say, SETTLED_MILLIS);
    const again = setInterval(say, AGAIN_MILLIS);
    const onVisibility = () => tell(here() ? id : null);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      clearTimeout(settled);
      clearInterval(again);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [breakId, tell]);
  useEffect(() => () => tell(null), [tell]);

  return othersOf(seen.data?.items ?? [], me);
}

function othersOf(seen: readonly Presence[], me: string): Others {
  const others = new Map<string, Person[]>();
  for (const { person, breakId } of seen) {
    if (person.id !== me) others.set(breakId, [...(others.get(breakId) ?? []), person]);
  }
  return others;
}

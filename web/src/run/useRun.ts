import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../api/client';
import type { LiveEvent, Run } from '../api/types';
import { useLive } from '../api/useLive';
import { type ProgressSample, withSample } from './eta';

/** Where the reconciliation stands changes when a run ends. */
const STANDINGS = ['get', '/api/v1/reconciliations/{reconciliationId}'];
const POLL_MILLIS = 700;
/** Also with an open socket the page asks now and then: an event may have been before it. */
const POLL_LIVE_MILLIS = 4000;

export function isUnderWay(run: Run | undefined): boolean {
  return run?.status === 'queued' || run?.status === 'running';
}

/** Another run that ends may have carried on what this one left, which this one says then. */
export function hasEnded(event: LiveEvent): boolean {
  return event.type === 'run-changed' && event.stage === 'end';
}

/** A run that keeps itself up to date: by live events, and by asking while there are none. */
export function useRun(runId: string) {
  const queryClient = useQueryClient();
  const [samples, setSamples] = useState<readonly ProgressSample[]>([]);
  const parameters = { params: { path: { runId } } };
  const { queryKey } = api.queryOptions('get', '/api/v1/runs/{runId}', parameters);

  const isLive = useLive((event) => {
    if (event.type === 'decision-made' && event.runId === runId) {
      void queryClient.invalidateQueries({ queryKey });
    }
    if (hasEnded(event)) void queryClient.invalidateQueries({ queryKey });
    if (event.type !== 'run-changed' || event.runId !== runId) return;
    const { status, stage, progress, rowsPerSecond } = event;
    queryClient.setQueryData<Run>(queryKey, (run) => {
      return run && isUnderWay(run) ? { ...run, status, stage, progress, rowsPerSecond } : run;
    });
    setSamples((now) => withSample(now, { atMillis: performance.now(), progress }));
    if (status === 'running') return;
    void queryClient.invalidateQueries({ queryKey });
    void queryClient.invalidateQueries({ queryKey: STANDINGS });
  });

  const query = api.useQuery('get', '/api/v1/runs/{runId}', parameters, {
    refetchInterval: (current) => {
      if (!isUnderWay(current.state.data)) return false;
      return isLive ? POLL_LIVE_MILLIS : POLL_MILLIS;
    },
  });
  useEnd(query.data, () => void queryClient.invalidateQueries({ queryKey: STANDINGS }));
  return { ...query, samples, isLive };
}

/** Says once that a run has ended that was under way before, by whatever way that became known. */
function useEnd(run: Run | undefined, onEnd: () => void) {
  const latest = useRef(onEnd);
  const wasUnderWay = useRef(false);
  const underWay = isUnderWay(run);
  useEffect(() => {
    latest.current = onEnd;
  });
  useEffect(() => {
    if (wasUnderWay.current && !underWay) latest.current();
    wasUnderWay.current = underWay;
  }, [underWay]);
}

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '../api/problem';
import type { Problem } from '../api/types';
import { Calls } from './calls';
import { forgetVersions } from './matchVersion';
import { forgetApprovals } from './waits';

/** Calls to the server of which the last failure is told. */
export function useAttempts() {
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [calls] = useState(() => new Calls());

  /** A failure becomes the page's problem, and nothing of the call stays. */
  function attempt(call: () => Promise<unknown>): Promise<boolean> {
    return calls.known(attemptNow(call));
  }

  async function attemptNow(call: () => Promise<unknown>): Promise<boolean> {
    setProblem(null);
    try {
      await call();
      refreshAround(queryClient);
      return true;
    } catch (thrown) {
      setProblem(asProblem(thrown));
      return false;
    }
  }

  /** A failure to read becomes the page's problem, too. */
  async function attempted<T>(promise: Promise<T>): Promise<T | undefined> {
    try {
      return await promise;
    } catch (thrown) {
      setProblem(asProblem(thrown));
      return undefined;
    }
  }

  return { problem, attempt, attempted, calls };
}

/** What a decision changes beside the list, which stays as it was read. */
export function refreshAround(queryClient: QueryClient) {
  for (const path of [
    '/api/v1/runs/{runId}/break-counts',
    '/api/v1/runs/{runId}',
    '/api/v1/reconciliations/{reconciliationId}',
  ]) {
    void queryClient.invalidateQueries({ queryKey: ['get', path] });
  }
  refreshStories(queryClient);
  void forgetVersions(queryClient);
  void forgetApprovals(queryClient);
}

/** Reads the shown break and the history again. */
export function refreshStories(queryClient: QueryClient) {
  void queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/breaks/{breakId}'] });
  void queryClient.invalidateQueries({ queryKey: ['decisions'] });
}

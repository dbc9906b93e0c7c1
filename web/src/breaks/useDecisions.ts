import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answerOf, client } from '../api/client';
import { asProblem } from '../api/problem';
import type { Decision, NewDecision, Problem } from '../api/types';

/** What happened to a row since the list was read; the row stays where it is. */
export type RowChange =
  | { readonly state: 'saving' }
  | { readonly state: 'resolved'; readonly decision: Decision }
  | { readonly state: 'reopened' };

export type RowChanges = ReadonlyMap<string, RowChange>;

export interface DecisionFailure {
  readonly breakId: string | null;
  readonly problem: Problem;
}

/** Decisions of this page: shown at once, kept on the server, taken back from there. */
export function useDecisions(runId: string) {
  const queryClient = useQueryClient();
  const [changes, setChanges] = useState<RowChanges>(new Map());
  const [made, setMade] = useState<readonly Decision[]>([]);
  const own = useRef(new Set<string>());
  const inFlight = useRef(0);
  const [failure, setFailure] = useState<DecisionFailure | null>(null);

  function mark(ids: readonly string[], change: RowChange | null) {
    setChanges((now) => {
      const next = new Map(now);
      for (const id of ids) {
        if (change) next.set(id, change);
        else next.delete(id);
      }
      return next;
    });
  }

  function refreshAround() {
    for (const path of ['break-counts', 'decisions']) {
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[1]).endsWith(path),
      });
    }
    void queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/breaks/{breakId}'] });
    void queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/runs/{runId}'] });
  }

  async function decide(breakIds: readonly string[], body: NewDecision): Promise<boolean> {
    const resolves = body.kind !== 'comment';
    setFailure(null);
    inFlight.current++;
    if (resolves) mark(breakIds, { state: 'saving' });
    try {
      const decision = await answerOf(
        client.POST('/api/v1/runs/{runId}/decisions', { params: { path: { runId } }, body }),
      );
      own.current.add(decision.id);
      if (resolves) mark([...breakIds, ...decision.breaks], { state: 'resolved', decision });
      setMade((now) => [...now, decision]);
      refreshAround();
      return true;
    } catch (thrown) {
      if (resolves) mark(breakIds, null);
      setFailure({ breakId: breakIds[0] ?? null, problem: asProblem(thrown) });
      return false;
    } finally {
      inFlight.current--;
    }
  }

  async function undo(decision: Decision): Promise<void> {
    setFailure(null);
    inFlight.current++;
    try {
      await answerOf(
        client.POST('/api/v1/decisions/{decisionId}/undo', {
          params: { path: { decisionId: decision.id } },
        }),
      );
      setMade((now) => now.filter(({ id }) => id !== decision.id));
      mark(decision.breaks, { state: 'reopened' });
      refreshAround();
    } catch (thrown) {
      setFailure({ breakId: decision.breaks[0] ?? null, problem: asProblem(thrown) });
    } finally {
      inFlight.current--;
    }
  }

  return {
    changes,
    made,
    failure,
    decide,
    undo,
    dismiss: () => setFailure(null),
    /** An event can come before the answer of the call that caused it. */
    isOwn: (decisionId: string) => inFlight.current > 0 || own.current.has(decisionId),
    forget: () => setChanges(new Map()),
  };
}

export type Decisions = ReturnType<typeof useDecisions>;

/** The newest decision that still stands: of this page, or of the run before it was opened. */
export async function lastDecision(runId: string): Promise<Decision | undefined> {
  const page = await answerOf(
    client.GET('/api/v1/runs/{runId}/decisions', {
      params: { path: { runId }, query: { limit: 20 } },
    }),
  );
  return page.items.find(({ status }) => status === 'active');
}

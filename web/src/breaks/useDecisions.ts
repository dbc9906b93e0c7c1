import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answerOf, client } from '../api/client';
import { asProblem } from '../api/problem';
import type { Approval, Decision, LiveEvent, NewDecision, Problem } from '../api/types';
import { useMe } from '../api/useSession';
import { lastDecision } from '../compare/lastDecision';
import { forgetVersions } from '../compare/matchVersion';
import { takeBack, undo } from '../compare/takeBack';
import { forgetApprovals, waits } from '../compare/waits';
import { useRowChanges } from './useRowChanges';

type Ids = readonly string[];
type DecisionMade = Extract<LiveEvent, { type: 'decision-made' }>;

/** Decisions of this page: shown at once, kept on the server, taken back from there. */
export function useDecisions(runId: string) {
  const queryClient = useQueryClient();
  const me = useMe().person.id;
  const { changes, mark, forget } = useRowChanges();
  const [made, setMade] = useState<readonly (Decision | Approval)[]>([]);
  const { problem, setProblem, attempt, isInFlight } = useAttempts();
  const own = useRef(new Set<string>());

  async function post(body: NewDecision): Promise<Decision | Approval> {
    const decision = await postDecision(runId, body);
    own.current.add(`${decision.id} active`);
    return decision;
  }

  /** Handles rows at once and gives all that it handled; a refusal leaves them as they were. */
  async function resolve(breakIds: Ids, body: NewDecision | Promise<NewDecision>): Promise<Ids> {
    mark(breakIds, { state: 'saving' });
    let touched: Ids = [];
    const done = await attempt(async () => {
      const answer = await post(await body);
      touched = [...breakIds, ...answer.breaks];
      if (waits(answer)) mark(touched, { state: 'waiting', approval: answer });
      else mark(touched, { state: 'resolved', decision: answer });
      setMade((now) => [...now, answer]);
    });
    if (!done) mark(breakIds, null);
    return touched;
  }

  /** Gives the breaks that are as they were before, or wait to be. */
  async function takenBack(id: string, call: () => Promise<Decision | Approval>): Promise<Ids> {
    let breaks: Ids = [];
    await attempt(async () => {
      const undone = await call();
      own.current.add(`${id} undone`);
      breaks = undone.breaks;
      if (waits(undone)) return mark(breaks, { state: 'waiting', approval: undone });
      setMade((now) => now.filter((each) => each.id !== id));
      mark(breaks, { state: 'reopened' });
    });
    return breaks;
  }

  /** Shows what was decided or undone elsewhere in its place, as what is decided here. */
  function heard({ decisionId, kind, status, breaks }: DecisionMade) {
    if (status === 'undone') setMade((now) => now.filter((each) => each.id !== decisionId));
    if (kind !== 'comment') {
      mark(breaks, status === 'undone' ? { state: 'reopened' } : { state: 'elsewhere', kind });
    }
    void queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/breaks/{breakId}'] });
    void queryClient.invalidateQueries({ queryKey: ['decisions'] });
  }

  return {
    changes,
    forget,
    heard,
    problem,
    resolve,
    comment: (breakId: string, text: string) =>
      attempt(() => post({ kind: 'comment', breakId, text })),
    undo: (decisionId: string) => takenBack(decisionId, () => undo(decisionId)),
    undoLast: async (): Promise<Ids> => {
      const last = made.at(-1) ?? (await attempted(lastDecision(runId, me), setProblem));
      return last ? takenBack(last.id, () => takeBack(last)) : [];
    },
    /** An event can come before the answer of the call that caused it. */
    isOwn: ({ decisionId, status }: DecisionMade) =>
      isInFlight() || own.current.has(`${decisionId} ${status}`),
  };
}

export type Decisions = ReturnType<typeof useDecisions>;

/** Calls to the server of which the last failure is told. */
function useAttempts() {
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const inFlight = useRef(0);

  /** A failure becomes the page's problem, and nothing of the call stays. */
  async function attempt(call: () => Promise<unknown>): Promise<boolean> {
    setProblem(null);
    inFlight.current++;
    try {
      await call();
      refreshAround(queryClient);
      return true;
    } catch (thrown) {
      setProblem(asProblem(thrown));
      return false;
    } finally {
      inFlight.current--;
    }
  }

  return { problem, setProblem, attempt, isInFlight: () => inFlight.current > 0 };
}

function postDecision(runId: string, body: NewDecision): Promise<Decision | Approval> {
  const params = { path: { runId } };
  return answerOf(client.POST('/api/v1/runs/{runId}/decisions', { params, body }));
}

async function attempted<T>(
  promise: Promise<T>,
  onProblem: (problem: Problem) => void,
): Promise<T | undefined> {
  try {
    return await promise;
  } catch (thrown) {
    onProblem(asProblem(thrown));
    return undefined;
  }
}

/** What a decision changes beside the list, which stays as it was read. */
function refreshAround(queryClient: QueryClient) {
  for (const path of [
    '/api/v1/runs/{runId}/break-counts',
    '/api/v1/breaks/{breakId}',
    '/api/v1/runs/{runId}',
    '/api/v1/reconciliations/{reconciliationId}',
  ]) {
    void queryClient.invalidateQueries({ queryKey: ['get', path] });
  }
  void queryClient.invalidateQueries({ queryKey: ['decisions'] });
  void forgetVersions(queryClient);
  void forgetApprovals(queryClient);
}

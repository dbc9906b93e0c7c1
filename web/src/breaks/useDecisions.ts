import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answerOf, client } from '../api/client';
import type { Approval, Decision, NewDecision } from '../api/types';
import { useMe } from '../api/useSession';
import { lastDecision } from '../compare/lastDecision';
import { type DecisionMade, OwnDecisions } from '../compare/ownDecisions';
import { takeBack, undo } from '../compare/takeBack';
import { refreshStories, useAttempts } from '../compare/useAttempts';
import { waits } from '../compare/waits';
import { useRowChanges } from './useRowChanges';

type Ids = readonly string[];

/** Decisions of this page: shown at once, kept on the server, taken back from there. */
export function useDecisions(runId: string) {
  const queryClient = useQueryClient();
  const me = useMe().person.id;
  const { changes, mark, forget } = useRowChanges();
  const made = useRef<readonly (Decision | Approval)[]>([]);
  const { problem, attempt, attempted, calls } = useAttempts();
  const [own] = useState(() => new OwnDecisions(calls));

  async function post(body: NewDecision): Promise<Decision | Approval> {
    const decision = await postDecision(runId, body);
    own.keep({ decisionId: decision.id, status: 'active' });
    return decision;
  }

  /** Handles rows at once and gives all that it handled; a refusal leaves them as they were. */
  async function resolve(breakIds: Ids, body: NewDecision | Promise<NewDecision>): Promise<Ids> {
    const putBack = mark(breakIds, { state: 'saving' });
    let touched: Ids = [];
    const done = await attempt(async () => {
      const answer = await post(await body);
      touched = [...breakIds, ...answer.breaks];
      if (waits(answer)) mark(touched, { state: 'waiting', approval: answer });
      else mark(touched, { state: 'resolved', decision: answer });
      made.current = [...made.current, answer];
    });
    if (!done) putBack();
    return touched;
  }

  /** Gives the breaks that are as they were before, or wait to be. */
  async function takenBack(id: string, call: () => Promise<Decision | Approval>): Promise<Ids> {
    let breaks: Ids = [];
    await attempt(async () => {
      const undone = await call();
      own.keep({ decisionId: id, status: 'undone' });
      breaks = undone.breaks;
      if (isComment(undone)) return;
      if (waits(undone)) return void mark(breaks, { state: 'waiting', approval: undone });
      made.current = made.current.filter((each) => each.id !== id);
      mark(breaks, { state: 'reopened' });
    });
    return breaks;
  }

  /** Shows what was decided or undone elsewhere in its place, as what is decided here. */
  function heard({ decisionId, kind, status, breaks }: DecisionMade) {
    if (status === 'undone') made.current = made.current.filter((each) => each.id !== decisionId);
    if (kind !== 'comment') {
      mark(breaks, status === 'undone' ? { state: 'reopened' } : { state: 'elsewhere', kind });
    }
    refreshStories(queryClient);
  }

  return {
    changes,
    forget,
    heard,
    ifElsewhere: (event: DecisionMade, hear: () => void) => own.ifElsewhere(event, hear),
    problem,
    resolve,
    comment: (breakId: string, text: string) =>
      attempt(() => post({ kind: 'comment', breakId, text })),
    undo: (decisionId: string) => takenBack(decisionId, () => undo(decisionId)),
    /** The last one is known once all before it are answered. */
    undoLast: (): Promise<Ids> =>
      calls.afterAll(async () => {
        const last = made.current.at(-1) ?? (await attempted(lastDecision(runId, me)));
        return last ? takenBack(last.id, () => takeBack(last)) : [];
      }),
  };
}

export type Decisions = ReturnType<typeof useDecisions>;

/** A comment that is taken back leaves its break as it was. */
function isComment(undone: Decision | Approval): boolean {
  return undone.kind === 'comment';
}

function postDecision(runId: string, body: NewDecision): Promise<Decision | Approval> {
  const params = { path: { runId } };
  return answerOf(client.POST('/api/v1/runs/{runId}/decisions', { params, body }));
}

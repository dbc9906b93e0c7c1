import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answerOf, client } from '../api/client';
import type { MatchRow } from '../api/types';
import { useLive } from '../api/useLive';
import { useMe } from '../api/useSession';
import { lastDecision } from '../compare/lastDecision';
import { shownVersion } from '../compare/matchVersion';
import { OneAtATime } from '../compare/oneAtATime';
import { asDecision, OwnDecisions } from '../compare/ownDecisions';
import { takeBack } from '../compare/takeBack';
import { refreshAround, useAttempts } from '../compare/useAttempts';
import { useElsewhere } from '../compare/useElsewhere';
import { waits } from '../compare/waits';
import type { Answer } from './MatchGrid';

export type Verdict = 'unmatch' | 'accept' | 'reject';
type Answers = ReadonlyMap<string, Answer>;

/** What is answered on this page, and how many decisions were made elsewhere since it was read. */
export function useAnswers(runId: string, readAgain: () => void) {
  const queryClient = useQueryClient();
  const me = useMe().person.id;
  const { problem, attempt, calls } = useAttempts();
  const [own] = useState(() => new OwnDecisions(calls));
  const latest = useRef<Answers>(new Map());
  const [answered, show] = useState(latest.current);
  const [once] = useState(() => new OneAtATime());
  const elsewhere = useOthers(runId, own);

  function keep(next: Answers) {
    latest.current = next;
    show(next);
  }

  /** False when it was refused, and when an answer to it is under way. */
  function answer(row: MatchRow, kind: Verdict): Promise<boolean> {
    return once.run(row.id, () => attempt(() => post(row, kind)));
  }

  async function post(row: MatchRow, kind: Verdict) {
    if (latest.current.has(row.id)) return;
    const body = { kind, matchId: row.id, version: await shownVersion(queryClient, row.id) };
    const params = { path: { runId } };
    const made = await answerOf(client.POST('/api/v1/runs/{runId}/decisions', { params, body }));
    own.keep({ decisionId: made.id, status: 'active' });
    keep(new Map(latest.current).set(row.id, made));
  }

  /** Gives the row that is open again, if it is one that was answered here. */
  async function undo(id: string | undefined): Promise<string | undefined> {
    let back: string | undefined;
    await attempt(async () => {
      const mine = id ? latest.current.get(id) : [...latest.current.values()].at(-1);
      const made = mine ?? (id ? undefined : await lastDecision(runId, me));
      if (!made) return;
      const undone = await takeBack(made);
      keepUndone(own, made, undone);
      if (!mine || waits(undone)) readAgain();
      back = [...latest.current].find(([, each]) => each.id === made.id)?.[0];
      keep(new Map([...latest.current].filter(([, each]) => each.id !== made.id)));
    });
    return back;
  }

  return {
    answered,
    others: elsewhere.others,
    isOld: elsewhere.isOld,
    problem,
    answer,
    /** The last one is known once all before it are answered. */
    undo: (id: string | undefined) => calls.afterAll(() => undo(id)),
    refresh: () => {
      keep(new Map());
      elsewhere.forget();
      readAgain();
    },
  };
}

/** An undoing that waits is itself what was made here. */
function keepUndone(own: OwnDecisions, made: Answer, undone: Answer) {
  if (waits(undone)) own.keep({ decisionId: undone.id, status: 'active' });
  else own.keep({ decisionId: made.id, status: 'undone' });
}

/** Counts what is decided, proposed and settled elsewhere. */
function useOthers(runId: string, own: OwnDecisions) {
  const queryClient = useQueryClient();
  const elsewhere = useElsewhere();
  useLive((event) => {
    if (event.type === 'approval-changed' && event.runId === runId) {
      refreshAround(queryClient);
      // What was approved is told as a decision, too.
      if (event.status !== 'approved') own.ifElsewhere(asDecision(event), elsewhere.count);
    }
    if (event.type !== 'decision-made' || event.runId !== runId) return;
    if (event.kind === 'comment') return;
    own.ifElsewhere(event, () => {
      refreshAround(queryClient);
      elsewhere.count();
    });
  });
  return elsewhere;
}

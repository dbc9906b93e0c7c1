import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { answerOf, client } from '../api/client';
import { asProblem } from '../api/problem';
import type { Decision, DecisionKind } from '../api/types';
import { usePages } from '../api/usePages';
import { useMay, useMe } from '../api/useSession';
import { EmptyState } from '../ui/EmptyState';
import { formatAgo, formatCount, formatInstant } from '../ui/format';
import { IconButton } from '../ui/IconButton';
import { More } from '../ui/More';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { focusBreakGrid } from './BreakGrid';
import css from './HistoryDrawer.module.css';
import { undoVerb } from './undoVerb';

interface HistoryDrawerProps {
  readonly runId: string;
  readonly onUndo: (decision: Decision) => void;
  readonly onClose: () => void;
}

const VERBS: Record<DecisionKind, string> = {
  'match-by-hand': 'matched',
  unmatch: 'unmatched',
  accept: 'accepted',
  reject: 'rejected',
  comment: 'commented on',
};

/** What people did in this run, newest first, each with its undo. */
export function HistoryDrawer({ runId, onUndo, onClose }: HistoryDrawerProps) {
  useEffect(() => focusBreakGrid, []);
  const mayReadAudit = useMay('read:audit');
  const history = usePages(['decisions', runId], (query) =>
    answerOf(client.GET('/api/v1/runs/{runId}/decisions', { params: { path: { runId }, query } })),
  );
  return (
    <aside className={css.drawer} aria-label="History">
      <header className={css.head}>
        <h2>History</h2>
        <IconButton label="Close the history" icon="cross" onClick={onClose} />
      </header>
      {history.isPending && <Skeleton label="the history" />}
      {history.error && (
        <ProblemNotice problem={asProblem(history.error)} onRetry={() => void history.refetch()} />
      )}
      {history.data && history.rows.length === 0 && (
        <EmptyState
          icon="history"
          title="Nothing decided yet"
          text="Every match by hand, unmatch and comment is kept here and can be taken back."
        />
      )}
      <ol>
        {history.rows.map((decision) => (
          <HistoryLine key={decision.id} decision={decision} onUndo={() => onUndo(decision)} />
        ))}
      </ol>
      <More of={history} />
      {mayReadAudit && (
        <p className={css.more}>
          <Link to="/audit" search={{ objectType: 'run', objectId: runId }}>
            Everything that happened to this run
          </Link>
        </p>
      )}
    </aside>
  );
}

interface HistoryLineProps {
  readonly decision: Decision;
  readonly onUndo: () => void;
}

function HistoryLine({ decision, onUndo }: HistoryLineProps) {
  const { kind, by, at, left, right, text, undone, breaks, approved } = decision;
  const may = { decide: useMay('decide:breaks'), comment: useMay('comment:breaks') };
  const verb = undoVerb(decision, useMe().person.id, may);
  return (
    <li className={css.line} data-undone={undone !== null || undefined}>
      <span>
        <strong>{by.name}</strong> {VERBS[kind]} {objectOf(left, right, breaks.length)}
        {text && <span className={css.text}>“{text}”</span>}
        <time className={css.when} dateTime={at} title={formatInstant(at)}>
          {formatAgo(at, Date.now())}
          {approved && ` · approved by ${approved.by.name}`}
          {undone && ` · undone by ${undone.by.name}`}
          {undone?.approvedBy && `, approved by ${undone.approvedBy.name}`}
        </time>
      </span>
      {verb && (
        <button type="button" className={css.undo} onClick={onUndo}>
          {verb}
        </button>
      )}
    </li>
  );
}

function objectOf(left: readonly number[], right: readonly number[], breaks: number): string {
  const lines = [
    ...(left.length > 0 ? [`left ${left.slice(0, 3).join(', ')}`] : []),
    ...(right.length > 0 ? [`right ${right.slice(0, 3).join(', ')}`] : []),
  ];
  if (lines.length > 0) return lines.join(' with ');
  return breaks === 1 ? 'a break' : `${formatCount(breaks)} breaks`;
}

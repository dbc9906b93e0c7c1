import { Button } from '@mantine/core';
import { api } from '../api/client';
import { asProblem } from '../api/problem';
import type { MatchDetail, MatchRow, Problem } from '../api/types';
import { ApprovalNotice } from '../compare/ApprovalNotice';
import { CompareTable } from '../compare/CompareTable';
import { judgeByBreaks } from '../compare/fieldPairs';
import { GroupTable } from '../compare/GroupTable';
import { MatchWhy } from '../compare/MatchWhy';
import { RawLines } from '../compare/RawLines';
import { waits } from '../compare/waits';
import { Icon } from '../ui/Icon';
import { Keys } from '../ui/Keys';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { ANSWER_WORDS, matchLabel, STATUS_WORDS } from '../ui/vocabulary';
import type { Answer } from './MatchGrid';
import css from './MatchPane.module.css';

interface MatchPaneProps {
  readonly row: MatchRow;
  readonly decision: Answer | undefined;
  readonly mayDecide: boolean;
  readonly problem: Problem | null;
  readonly onAnswer: (kind: 'unmatch' | 'accept' | 'reject') => void;
  readonly onUndo: () => void;
}

/** One match: both sides, the evidence, and a way to say yes or no. */
export function MatchPane(props: MatchPaneProps) {
  const { row, decision, mayDecide, problem, onAnswer, onUndo } = props;
  const { data, error, refetch } = api.useQuery('get', '/api/v1/matches/{matchId}', {
    params: { path: { matchId: row.id } },
  });
  const suggested = row.status === 'suggested';
  const open = !decision && !(data?.row ?? row).approval;
  return (
    <aside className={css.pane} aria-label="Compare">
      <div className={css.body}>
        {error && <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton label="the match" />}
        {data && <MatchBody detail={data} />}
      </div>
      {mayDecide && (
        <footer className={css.foot}>
          {problem && <ProblemNotice problem={problem} />}
          {decision && waits(decision) && <span className={css.done}>Waits for approval</span>}
          {decision && !waits(decision) && (
            <>
              <span className={css.done}>
                <Icon name={ANSWER_WORDS[decision.kind].icon} /> {ANSWER_WORDS[decision.kind].label}
              </span>
              <Button
                size="xs"
                variant="default"
                rightSection={<Keys of="Ctrl Z" />}
                onClick={onUndo}
              >
                Undo
              </Button>
            </>
          )}
          {open && suggested && (
            <Button size="xs" rightSection={<Keys of="Enter" />} onClick={() => onAnswer('accept')}>
              Accept
            </Button>
          )}
          {open && (
            <Button
              size="xs"
              variant="default"
              rightSection={<Keys of="u" />}
              onClick={() => onAnswer(suggested ? 'reject' : 'unmatch')}
            >
              {suggested ? 'Reject' : 'Unmatch'}
            </Button>
          )}
        </footer>
      )}
    </aside>
  );
}

function MatchBody({ detail }: { readonly detail: MatchDetail }) {
  const { row, left, right, differences, breaks } = detail;
  const { label, icon } = STATUS_WORDS[row.status];
  return (
    <>
      <header className={css.head}>
        <h2 className={css.title}>
          <span className="mono">{matchLabel(row.number)}</span>
          <span className={css.status} data-status={row.status}>
            <Icon name={icon} size={14} /> {label}
          </span>
        </h2>
        <span className="muted">{row.byHand ? 'by hand' : `by ${row.pass}`}</span>
      </header>
      <ApprovalNotice approvals={detail.approvals} />
      {left.length + right.length > 2 ? (
        <GroupTable left={left} right={right} />
      ) : (
        <CompareTable
          left={left[0]}
          right={right[0]}
          judge={judgeByBreaks(
            breaks.map(({ kind }) => kind),
            differences,
          )}
          nothing="Nothing here"
        />
      )}
      <RawLines entries={[...left, ...right]} />
      {breaks.map(({ id, reason }) => (
        <p key={id} className={css.reason}>
          {reason}
        </p>
      ))}
      <MatchWhy row={row} />
    </>
  );
}

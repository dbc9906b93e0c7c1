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
import { Pane } from '../ui/Pane';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import verbs from '../ui/Verbs.module.css';
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
  readonly onClose: () => void;
}

/** One match: both sides, the evidence, and a way to say yes or no. */
export function MatchPane(props: MatchPaneProps) {
  const { row, decision, mayDecide, problem, onAnswer, onUndo } = props;
  const { data, error, refetch } = api.useQuery('get', '/api/v1/matches/{matchId}', {
    params: { path: { matchId: row.id } },
  });
  const open = !decision && !(data?.row ?? row).approval;
  return (
    <Pane
      foot={
        mayDecide && (
          <>
            {problem && <ProblemNotice problem={problem} />}
            <div className={verbs.bar}>
              {decision && <Answered decision={decision} onUndo={onUndo} />}
              {open && <Verbs suggested={row.status === 'suggested'} onAnswer={onAnswer} />}
            </div>
          </>
        )
      }
      onClose={props.onClose}
    >
      {error && <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label="the match" />}
      {data && <MatchBody detail={data} />}
    </Pane>
  );
}

interface AnsweredProps {
  readonly decision: Answer;
  readonly onUndo: () => void;
}

function Answered({ decision, onUndo }: AnsweredProps) {
  if (waits(decision)) {
    return (
      <span className={verbs.state}>
        <Icon name="clock" /> Waits for approval
      </span>
    );
  }
  const { icon, label } = ANSWER_WORDS[decision.kind];
  return (
    <>
      <span className={verbs.state} data-done>
        <Icon name={icon} /> {label}
      </span>
      <Button size="xs" variant="default" rightSection={<Keys of="Ctrl Z" />} onClick={onUndo}>
        Undo
      </Button>
    </>
  );
}

interface VerbsProps {
  readonly suggested: boolean;
  readonly onAnswer: MatchPaneProps['onAnswer'];
}

function Verbs({ suggested, onAnswer }: VerbsProps) {
  return (
    <>
      {suggested && (
        <Button size="xs" rightSection={<Keys of="Enter" />} onClick={() => onAnswer('accept')}>
          Accept
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        rightSection={<Keys of="u" />}
        onClick={() => onAnswer(suggested ? 'reject' : 'unmatch')}
      >
        {suggested ? 'Reject' : 'Unmatch'}
      </Button>
    </>
  );
}

/** What one sees of a match. */
export function MatchBody({ detail }: { readonly detail: MatchDetail }) {
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

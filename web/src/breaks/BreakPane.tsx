import { asProblem } from '../api/problem';
import type { BreakDetail, Candidate, CandidateList } from '../api/types';
import { ApprovalNotice } from '../compare/ApprovalNotice';
import { CompareTable } from '../compare/CompareTable';
import { GroupTable } from '../compare/GroupTable';
import { RawLines } from '../compare/RawLines';
import { Amount } from '../ui/Amount';
import { KindLabel } from '../ui/KindLabel';
import { isZero } from '../ui/money';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { breakLabel } from '../ui/vocabulary';
import css from './BreakPane.module.css';
import { BreakStory } from './BreakStory';
import { CandidateListView } from './CandidateListView';
import { CommentList } from './CommentList';
import { MatchReason } from './MatchReason';
import { comparedPair, judgeOf } from './pair';
import { useBreak } from './useBreak';

interface BreakPaneProps {
  readonly detail: BreakDetail;
  readonly candidates: CandidateList | undefined;
  /** Are candidates looked for just now? */
  readonly isLooking: boolean;
  readonly chosen: Candidate | undefined;
  readonly onChoose: (rank: number) => void;
}

/** One break: both sides with what differs, why it is one, and what could belong to it. */
export function BreakPane(props: BreakPaneProps) {
  const { detail, candidates, isLooking, chosen } = props;
  const { row } = detail;
  const { left, right } = comparedPair(detail, chosen);
  const entries = [...detail.left, ...detail.right, ...(chosen ? [chosen.entry] : [])];
  const rest = entries.filter((entry) => entry !== left && entry !== right);
  return (
    <>
      <header className={css.head}>
        <h2 className={css.title}>
          <span className="mono">{breakLabel(row.number)}</span>
          <KindLabel kind={row.kind} />
        </h2>
        {!isZero(row.difference.value) && (
          <span className={css.difference}>
            <Amount of={row.difference} sign />
          </span>
        )}
      </header>
      <p className={css.reason}>{row.reason}</p>
      <BreakStory detail={detail} />
      <CommentList comments={detail.comments} />
      <ApprovalNotice approvals={detail.approvals} />
      {row.matchId && entries.length > 2 ? (
        <GroupTable left={detail.left} right={detail.right} />
      ) : (
        <CompareTable
          left={left}
          right={right}
          judge={judgeOf(detail, chosen)}
          nothing={isLooking ? 'Looking for a partner …' : nothingHere(candidates, chosen)}
        />
      )}
      {chosen && (
        <p className={css.note}>
          Compared with candidate {chosen.rank}; nothing is matched until you say so.
        </p>
      )}
      <RawLines entries={[left, right, ...rest].filter((entry) => entry !== undefined)} />
      {isLooking && <Skeleton label="the candidates" lines={4} />}
      {candidates && (
        <CandidateListView
          list={candidates}
          side={detail.left.length > 0 ? 'right' : 'left'}
          chosen={chosen?.rank}
          onChoose={props.onChoose}
        />
      )}
      {row.matchId && <MatchReason matchId={row.matchId} />}
    </>
  );
}

function nothingHere(list: CandidateList | undefined, chosen: Candidate | undefined): string {
  if (!list || chosen) return 'Nothing here';
  return list.items.length === 0
    ? 'Nothing comes near'
    : 'No likely partner: pick one below (1 to 5) to compare it';
}

interface BreakPaneLoaderProps {
  readonly breakId: string;
  readonly cand: number | undefined;
  readonly onChoose: (rank: number) => void;
}

/** Loads the break and, for an open entry, its candidates; the first one is compared at once. */
export function BreakPaneLoader({ breakId, cand, onChoose }: BreakPaneLoaderProps) {
  const { detail, candidates, chosen } = useBreak(breakId, cand);
  if (detail.error) {
    return (
      <ProblemNotice problem={asProblem(detail.error)} onRetry={() => void detail.refetch()} />
    );
  }
  if (!detail.data) return <Skeleton label="the break" />;
  return (
    <>
      <BreakPane
        detail={detail.data}
        candidates={candidates.data}
        isLooking={candidates.isLoading}
        chosen={chosen}
        onChoose={onChoose}
      />
      {candidates.error && <ProblemNotice problem={asProblem(candidates.error)} />}
    </>
  );
}

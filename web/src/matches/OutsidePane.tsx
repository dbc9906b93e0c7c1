import { api } from '../api/client';
import { asProblem } from '../api/problem';
import { NotInList } from '../ui/NotInList';
import { Pane } from '../ui/Pane';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { MatchBody } from './MatchPane';

interface OutsidePaneProps {
  readonly matchId: string;
  readonly isListed: boolean;
  readonly onClose: () => void;
}

/** A match that a link names and the list does not show: to look at, not to answer. */
export function OutsidePane({ matchId, isListed, onClose }: OutsidePaneProps) {
  const { data, error, refetch } = api.useQuery('get', '/api/v1/matches/{matchId}', {
    params: { path: { matchId } },
  });
  return (
    <Pane onClose={onClose}>
      {isListed && <NotInList what="match" />}
      {error && <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label="the match" />}
      {data && <MatchBody detail={data} />}
    </Pane>
  );
}

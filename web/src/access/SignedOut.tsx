import { useQuery } from '@tanstack/react-query';
import { answerOf, doorClient } from '../api/client';
import { asProblem } from '../api/problem';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { Door } from './Door';
import { LeftUntold } from './LeftUntold';
import { SignInPage } from './SignInPage';

/** Asks to sign in; before there is anybody, says where the first link stands. */
export function SignedOut({ untold }: { readonly untold: boolean }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['setup'],
    queryFn: () => answerOf(doorClient.GET('/api/v1/setup')),
  });
  if (error) {
    return (
      <Door title="Recon">
        {untold && <LeftUntold />}
        <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />
      </Door>
    );
  }
  if (!data) return <Skeleton label="the door" lines={3} />;
  if (!data.open) return <SignInPage>{untold && <LeftUntold />}</SignInPage>;
  return (
    <Door
      title="Recon waits for its administrator"
      lead="Whoever started the server has a link that works once."
    >
      <p>
        It stands on the console of the server, and looks like{' '}
        <code className="mono">{`${window.location.origin}/setup#…`}</code>. Open it here. It is
        printed again at each start until there is an administrator.
      </p>
    </Door>
  );
}

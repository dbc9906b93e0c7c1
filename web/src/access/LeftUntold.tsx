import { useQuery } from '@tanstack/react-query';
import { session } from '../api/session';
import { ProblemNotice } from '../ui/ProblemNotice';

const AGAIN_MILLIS = 5_000;
const PROBLEM = {
  title: 'The server could not be told that you signed out',
  detail: [
    'This page is locked. Leave it open: the server is told as soon as it answers.',
    'Until then the session of this browser goes on, and ends by itself when it is not used.',
    'On a device that is not yours, delete the cookies of this site.',
  ].join(' '),
  errors: [],
};

/** Tells the server again and again that somebody left; the notice goes when it knows. */
export function LeftUntold() {
  const { refetch } = useQuery({
    queryKey: ['sign-out'],
    queryFn: async () => {
      await session.tellLeft();
      return true;
    },
    initialData: true,
    staleTime: AGAIN_MILLIS,
    gcTime: 0,
    refetchInterval: AGAIN_MILLIS,
    refetchIntervalInBackground: true,
  });
  return <ProblemNotice problem={PROBLEM} onRetry={() => void refetch()} />;
}

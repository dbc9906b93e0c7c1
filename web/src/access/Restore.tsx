import { useQuery } from '@tanstack/react-query';
import { asProblem } from '../api/problem';
import { session } from '../api/session';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { Door } from './Door';

/** The moment between a page that loads and knowing who has opened it. */
export function Restore() {
  const { error, refetch } = useQuery({
    queryKey: ['restore'],
    queryFn: async () => {
      await session.restore();
      return true;
    },
    retry: false,
    gcTime: 0,
    enabled: window.isSecureContext,
  });
  if (!window.isSecureContext) {
    return (
      <Door title="This address is not safe">
        <p>
          A browser keeps a session only for an address that begins with <code>https://</code>, or
          for this machine (<code>http://localhost</code>). Open Recon by such an address.
        </p>
      </Door>
    );
  }
  if (error) {
    return (
      <Door title="Recon">
        <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />
      </Door>
    );
  }
  return <Skeleton label="who you are" lines={3} />;
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, doorClient } from '../api/client';
import { asProblem } from '../api/problem';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { ROLE_WORDS } from '../ui/vocabulary';
import { AcceptForm } from './AcceptForm';
import { Door } from './Door';
import { LinkMissing } from './LinkMissing';
import { ProviderButton } from './ProviderButton';
import { useLinkToken } from './useLinkToken';

/** `/invitation#TOKEN`: who invites whom, and the way in. */
export function InvitationPage() {
  const token = useLinkToken();
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => answerOf(doorClient.POST('/api/v1/invitations/look', { body: { token } })),
    enabled: token !== '',
    retry: false,
  });
  if (token === '') return <LinkMissing what="the link of the invitation" />;
  if (error) {
    return (
      <Door title="Invitation" foot={<Link to="/">Sign in</Link>}>
        <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />
      </Door>
    );
  }
  if (!data) return <Skeleton label="the invitation" lines={3} />;
  const roles = data.roles.map((role) => ROLE_WORDS[role].label.toLowerCase()).join(', ');
  return (
    <Door
      title={`Join ${data.workspace}`}
      lead={`${data.by} invites ${data.email} to work here as ${roles}.`}
    >
      <AcceptForm token={token} seen={data} />
      <ProviderButton invitation={token} />
    </Door>
  );
}

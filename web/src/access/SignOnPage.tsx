import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { answerOf, doorClient } from '../api/client';
import { asProblem } from '../api/problem';
import { session } from '../api/session';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { Door } from './Door';
import { LinkAccountForm } from './LinkAccountForm';

/** What the provider put into the address; it leaves the address as soon as it is read. */
function readReturn() {
  const said = new URLSearchParams(window.location.search);
  window.history.replaceState(window.history.state, '', window.location.pathname);
  return {
    state: said.get('state') ?? '',
    code: said.get('code') ?? '',
    issuer: said.get('iss'),
  };
}

/**
 * `/sign-on`: where the provider sends the browser back to. Who is here without an answer of the
 * provider, as after signing in, has no business here.
 */
export function SignOnPage() {
  const [body] = useState(readReturn);
  const isReturn = body.state !== '';
  const navigate = useNavigate();
  const { data, error } = useQuery({
    enabled: isReturn,
    queryKey: ['sign-on', body.state],
    queryFn: () => answerOf(doorClient.POST('/api/v1/sign-in/provider/return', { body })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  useEffect(() => {
    if (!isReturn) void navigate({ to: '/', replace: true });
  }, [isReturn, navigate]);
  useEffect(() => {
    if (data?.type === 'signed-in') {
      void session.enter(data).then(() => navigate({ to: '/', replace: true }));
    }
  }, [data, navigate]);

  if (error) {
    return (
      <Door title="Single sign-on" foot={<Link to="/">Sign in</Link>}>
        <ProblemNotice problem={asProblem(error)} />
      </Door>
    );
  }
  if (data?.type === 'link-due') return <LinkAccountForm due={data} />;
  return <Skeleton label="single sign-on" lines={3} />;
}

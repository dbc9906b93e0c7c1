import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { asProblem, ProblemError } from '../api/problem';
import { isReachable } from '../api/reachable';
import { useIsAway } from '../api/useLive';
import { Page } from '../ui/Page';
import { ProblemNotice } from '../ui/ProblemNotice';

/**
 * A page that could not be drawn, in the frame of all pages. It is loaded again on request, and by
 * itself once a server that did not answer is back.
 */
export function PageFailure({ error }: { readonly error: unknown }) {
  const again = useMutation({
    mutationFn: async () => {
      if (!(await isReachable())) throw ProblemError.unreachable();
      window.location.reload();
    },
  });
  const wasUnreachable = error instanceof ProblemError && error.problem.status === 0;
  const isAway = useIsAway();
  const { mutate } = again;
  // It may have been away only when the link was looked at.
  useEffect(() => {
    if (wasUnreachable && !isAway) mutate();
  }, [wasUnreachable, isAway, mutate]);
  return (
    <Page title="This page could not be loaded">
      <ProblemNotice problem={asProblem(again.error ?? error)} onRetry={() => mutate()} />
    </Page>
  );
}

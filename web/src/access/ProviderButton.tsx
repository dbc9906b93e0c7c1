import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { answerOf, doorClient } from '../api/client';
import { FormProblem } from '../ui/FormProblem';

interface ProviderButtonProps {
  /** The token of an invitation that is accepted so. */
  readonly invitation?: string;
}

/** Leads to the provider of single sign-on, where there is one. */
export function ProviderButton({ invitation }: ProviderButtonProps) {
  const { data } = useQuery({
    queryKey: ['provider'],
    queryFn: () => answerOf(doorClient.GET('/api/v1/sign-in/provider')),
  });
  const leave = useMutation({
    mutationFn: () =>
      answerOf(
        doorClient.POST('/api/v1/sign-in/provider', {
          body: { invitation: invitation ?? null },
        }),
      ),
    onSuccess: ({ location }) => window.location.assign(location),
  });
  if (!data?.offered) return null;
  return (
    <>
      <FormProblem error={leave.error} />
      <Button
        size="sm"
        variant="default"
        fullWidth
        loading={leave.isPending}
        onClick={() => leave.mutate()}
      >
        Single sign-on
      </Button>
    </>
  );
}

import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { answerOf, doorClient } from '../api/client';
import { session } from '../api/session';
import { FormProblem } from '../ui/FormProblem';
import { hasPasskeys, signInWithPasskey } from './passkey';

interface PasskeyButtonProps {
  /** The challenge of a sign-in whose password was right; without it the passkey does it alone. */
  readonly afterPassword?: string;
}

/** Asks the device for a passkey, where the server's address and the browser can. */
export function PasskeyButton({ afterPassword }: PasskeyButtonProps) {
  const { data } = useQuery({
    queryKey: ['passkeys-offered'],
    queryFn: () => answerOf(doorClient.GET('/api/v1/sign-in/passkey')),
  });
  const signIn = useMutation({
    mutationFn: () => signInWithPasskey(afterPassword ?? null),
    onSuccess: (answer) => void session.enter(answer),
  });
  if (!data?.offered || !hasPasskeys()) return null;
  return (
    <>
      <FormProblem error={signIn.error} />
      <Button
        size="sm"
        variant="default"
        fullWidth
        loading={signIn.isPending}
        onClick={() => signIn.mutate()}
      >
        Use a passkey
      </Button>
    </>
  );
}

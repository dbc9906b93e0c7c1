import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, doorClient } from '../api/client';
import { session } from '../api/session';
import type { SecondFactorDue } from '../api/types';
import { Form } from '../ui/Form';
import { CodeField } from './CodeField';
import { PasskeyButton } from './PasskeyButton';

interface SecondFactorFormProps {
  readonly due: SecondFactorDue;
  readonly onBack: () => void;
}

/** The second question of a sign-in: a passkey, a code of the app, or a recovery code. */
export function SecondFactorForm({ due, onBack }: SecondFactorFormProps) {
  const [code, setCode] = useState('');
  const prove = useMutation({
    mutationFn: () =>
      answerOf(
        doorClient.POST('/api/v1/sign-in/second-factor', {
          body: { challenge: due.challenge, code },
        }),
      ),
    onSuccess: (answer) => void session.enter(answer),
  });
  const totp = due.methods.includes('totp');
  return (
    <>
      {due.methods.includes('passkey') && <PasskeyButton afterPassword={due.challenge} />}
      <Form
        wide
        verb="Sign in"
        onSubmit={() => prove.mutate()}
        isPending={prove.isPending}
        error={prove.error}
        onCancel={onBack}
      >
        <CodeField
          autoFocus
          value={code}
          onText={setCode}
          hint={
            totp
              ? 'Six digits from your app, or one of your recovery codes.'
              : 'If the device is lost: one of your recovery codes.'
          }
        />
      </Form>
    </>
  );
}

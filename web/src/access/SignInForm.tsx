import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, doorClient } from '../api/client';
import { session } from '../api/session';
import type { SecondFactorDue } from '../api/types';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { PasskeyButton } from './PasskeyButton';
import { SecondFactorForm } from './SecondFactorForm';

interface SignInFormProps {
  /** Who has to come back; without it anybody may come. */
  readonly email?: string;
}

/** The password, then the second factor where there is one; or a passkey alone. */
export function SignInForm({ email: only }: SignInFormProps) {
  const [email, setEmail] = useState(only ?? '');
  const [password, setPassword] = useState('');
  const [due, setDue] = useState<SecondFactorDue | null>(null);
  const signIn = useMutation({
    mutationFn: () => answerOf(doorClient.POST('/api/v1/sign-in', { body: { email, password } })),
    onSuccess: (answer) => {
      if (answer.type === 'second-factor-due') setDue(answer);
      else void session.enter(answer);
    },
  });

  if (due) {
    return (
      <SecondFactorForm
        due={due}
        onBack={() => {
          setDue(null);
          setPassword('');
        }}
      />
    );
  }
  return (
    <>
      <Form
        wide
        verb="Sign in"
        onSubmit={() => signIn.mutate()}
        isPending={signIn.isPending}
        error={signIn.error}
      >
        <Field
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
          readOnly={only !== undefined}
          autoFocus={only === undefined}
          value={email}
          onText={setEmail}
        />
        <Field
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={128}
          data-autofocus={only !== undefined || undefined}
          value={password}
          onText={setPassword}
        />
      </Form>
      <PasskeyButton />
    </>
  );
}

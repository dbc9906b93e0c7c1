import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { doneOf, doorClient } from '../api/client';
import { Form } from '../ui/Form';
import { Door } from './Door';
import { ForgotForm } from './ForgotForm';
import { NewPasswordField } from './NewPasswordField';
import { useLinkToken } from './useLinkToken';

const FIELDS = { '#/password': 'Password', '#/token': 'Link' };

/** `/reset`: ask for a link; `/reset#TOKEN`: choose a new password with it. */
export function ResetPage() {
  const token = useLinkToken();
  const foot = <Link to="/">Back to signing in</Link>;
  return token === '' ? (
    <Door
      title="Forgot the password?"
      lead="A link to choose a new one goes to your e-mail address."
      foot={foot}
    >
      <ForgotForm />
    </Door>
  ) : (
    <Door
      title="Choose a new password"
      lead="You are signed out everywhere, and sign in with it."
      foot={foot}
    >
      <NewPasswordForm token={token} />
    </Door>
  );
}

function NewPasswordForm({ token }: { readonly token: string }) {
  const [password, setPassword] = useState('');
  const reset = useMutation({
    mutationFn: () =>
      doneOf(doorClient.POST('/api/v1/password-resets/use', { body: { token, password } })),
  });
  if (reset.isSuccess) {
    return (
      <p role="status">
        The password is changed. <Link to="/">Sign in with it</Link>.
      </p>
    );
  }
  return (
    <Form
      wide
      verb="Change the password"
      onSubmit={() => reset.mutate()}
      isPending={reset.isPending}
      error={reset.error}
      fields={FIELDS}
    >
      <NewPasswordField label="New password" value={password} onText={setPassword} />
    </Form>
  );
}

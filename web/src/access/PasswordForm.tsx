import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';

interface PasswordFormProps {
  readonly verb: string;
  readonly ask: (password: string) => Promise<void>;
  readonly onCancel?: (() => void) | undefined;
  /** Whoever has no password must have signed in a moment ago. */
  readonly without?: boolean;
}

/** A change of how somebody signs in asks for the password again. */
export function PasswordForm({ verb, ask, onCancel, without }: PasswordFormProps) {
  const [password, setPassword] = useState('');
  const asking = useMutation({ mutationFn: () => ask(password) });
  return (
    <Form
      verb={verb}
      onSubmit={() => asking.mutate()}
      isPending={asking.isPending}
      error={asking.error}
      fields={{ '#/password': 'Your password' }}
      onCancel={onCancel}
    >
      {without ? (
        <p className="muted">You must have signed in within the last ten minutes.</p>
      ) : (
        <Field
          label="Your password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={128}
          data-autofocus
          value={password}
          onText={setPassword}
          hint="Asked again because this changes how you sign in."
        />
      )}
    </Form>
  );
}

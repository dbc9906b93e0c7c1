import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { NewPasswordField } from '../access/NewPasswordField';
import { client, doneOf } from '../api/client';
import { useMe } from '../api/useSession';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { Panel } from '../ui/Panel';
import css from './ProfilePage.module.css';

const EMPTY = { current: '', password: '' };
const FIELDS = { '#/current': 'Your password now', '#/password': 'New password' };

/** A new password; whoever else is signed in as me is out then. */
export function PasswordPanel() {
  const { email } = useMe();
  const [typed, setTyped] = useState(EMPTY);
  const change = useMutation({
    mutationFn: () => doneOf(client.POST('/api/v1/me/password', { body: typed })),
    onSuccess: () => setTyped(EMPTY),
  });
  return (
    <Panel title="Password">
      <Form
        verb="Change the password"
        onSubmit={() => change.mutate()}
        isPending={change.isPending}
        error={change.error}
        fields={FIELDS}
      >
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <Field
          label="Your password now"
          type="password"
          autoComplete="current-password"
          required
          maxLength={128}
          value={typed.current}
          onText={(current) => setTyped({ ...typed, current })}
        />
        <NewPasswordField
          label="New password"
          value={typed.password}
          onText={(password) => setTyped({ ...typed, password })}
        />
        {change.isSuccess && typed === EMPTY && (
          <p className={css.done} role="status">
            Changed. All your other sessions have ended.
          </p>
        )}
      </Form>
    </Panel>
  );
}

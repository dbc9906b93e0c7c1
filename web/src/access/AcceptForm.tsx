import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, doorClient } from '../api/client';
import { session } from '../api/session';
import type { InvitationSeen } from '../api/types';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { CodeField } from './CodeField';
import { enterFirst } from './firstLook';
import { NewPasswordField } from './NewPasswordField';

interface AcceptFormProps {
  readonly token: string;
  readonly seen: InvitationSeen;
}

const FIELDS = { '#/name': 'Name', '#/password': 'Password', '#/code': 'Code' };

/** Somebody new chooses a name and a password; who has an account proves that it is theirs. */
export function AcceptForm({ token, seen }: AcceptFormProps) {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const known = seen.accountExists;
  const accept = useMutation({
    mutationFn: async () => {
      const body = known
        ? { token, password, ...(code !== '' && { code }) }
        : { token, name, password };
      const answer = await answerOf(doorClient.POST('/api/v1/invitations/accept', { body }));
      await (known ? session.enter(answer) : enterFirst(answer));
    },
    onSuccess: () => navigate({ to: '/' }),
  });
  return (
    <Form
      wide
      verb="Join"
      onSubmit={() => accept.mutate()}
      isPending={accept.isPending}
      error={accept.error}
      fields={FIELDS}
    >
      <Field
        label="E-mail address"
        type="email"
        autoComplete="username"
        readOnly
        value={seen.email}
        onText={() => undefined}
      />
      {known ? (
        <>
          <Field
            label="Your password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={128}
            value={password}
            onText={setPassword}
            hint="The one that you already sign in with."
          />
          <CodeField
            value={code}
            onText={setCode}
            required={false}
            hint="Only if you sign in with codes of an app."
          />
        </>
      ) : (
        <>
          <Field
            label="Name"
            autoComplete="name"
            required
            maxLength={100}
            value={name}
            onText={setName}
            hint="As your colleagues will see it."
          />
          <NewPasswordField value={password} onText={setPassword} />
        </>
      )}
    </Form>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, doorClient } from '../api/client';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { Door } from './Door';
import { enterFirst } from './firstLook';
import { LinkMissing } from './LinkMissing';
import { NewPasswordField } from './NewPasswordField';
import { useLinkToken } from './useLinkToken';

const FIELDS = {
  '#/token': 'Link',
  '#/name': 'Name',
  '#/email': 'E-mail address',
  '#/password': 'Password',
};

/** `/setup#TOKEN`: the first start makes its administrator. */
export function SetUpPage() {
  const token = useLinkToken();
  const navigate = useNavigate();
  const [person, setPerson] = useState({ name: '', email: '', password: '' });
  const change = (field: keyof typeof person) => (text: string) =>
    setPerson((now) => ({ ...now, [field]: text }));
  const setUp = useMutation({
    mutationFn: async () => {
      const body = { token, ...person };
      await enterFirst(await answerOf(doorClient.POST('/api/v1/setup', { body })));
    },
    onSuccess: () => navigate({ to: '/' }),
  });

  if (token === '') return <LinkMissing what="the link that the server printed" />;
  return (
    <Door title="Welcome to Recon" lead="Who looks after it? You can invite everybody else then.">
      <Form
        wide
        verb="Begin"
        onSubmit={() => setUp.mutate()}
        isPending={setUp.isPending}
        error={setUp.error}
        fields={FIELDS}
      >
        <Field
          label="Name"
          autoComplete="name"
          required
          maxLength={100}
          autoFocus
          value={person.name}
          onText={change('name')}
        />
        <Field
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
          value={person.email}
          onText={change('email')}
        />
        <NewPasswordField value={person.password} onText={change('password')} />
      </Form>
    </Door>
  );
}

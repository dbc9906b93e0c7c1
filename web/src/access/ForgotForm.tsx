import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, doorClient } from '../api/client';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';

const NO_MAIL =
  'This installation sends no mail. ' +
  'Ask an administrator for a link: it is made on the page People.';

/** Asks for the link; the answer is the same for an address that nobody has. */
export function ForgotForm() {
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () => answerOf(doorClient.POST('/api/v1/password-resets', { body: { email } })),
  });
  if (ask.data) {
    return (
      <p role="status">
        {ask.data.mail
          ? `If ${email} has an account, a link is on its way. It works once, and not for long.`
          : NO_MAIL}
      </p>
    );
  }
  return (
    <Form
      wide
      verb="Send the link"
      onSubmit={() => ask.mutate()}
      isPending={ask.isPending}
      error={ask.error}
      fields={{ '#/email': 'E-mail address' }}
    >
      <Field
        label="E-mail address"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        value={email}
        onText={setEmail}
      />
    </Form>
  );
}

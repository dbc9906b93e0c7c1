import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, doorClient } from '../api/client';
import { session } from '../api/session';
import type { LinkDue } from '../api/types';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { CodeField } from './CodeField';
import { Door } from './Door';

/** The address has an account: its password makes the provider's word enough from now on. */
export function LinkAccountForm({ due }: { readonly due: LinkDue }) {
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const link = useMutation({
    mutationFn: async () => {
      const body = { link: due.link, password, ...(due.secondFactor && { code }) };
      await session.enter(
        await answerOf(doorClient.POST('/api/v1/sign-in/provider/link', { body })),
      );
    },
    onSuccess: () => navigate({ to: '/', replace: true }),
  });
  return (
    <Door
      title="Is this account yours?"
      lead={`${due.email} has an account here. With its password once, single sign-on opens it.`}
    >
      <Form
        wide
        verb="Link"
        onSubmit={() => link.mutate()}
        isPending={link.isPending}
        error={link.error}
      >
        <Field
          label="Your password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={128}
          autoFocus
          value={password}
          onText={setPassword}
        />
        {due.secondFactor && <CodeField value={code} onText={setCode} />}
      </Form>
    </Door>
  );
}

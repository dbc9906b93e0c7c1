import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, doorClient } from '../api/client';
import { session } from '../api/session';
import type { LinkDue } from '../api/types';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { FormProblem } from '../ui/FormProblem';
import { CodeField } from './CodeField';
import { Door } from './Door';
import { hasPasskeys, linkByPasskey } from './passkey';

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
  const byPasskey = useMutation({
    mutationFn: async () => session.enter(await linkByPasskey(due.link)),
    onSuccess: () => navigate({ to: '/', replace: true }),
  });
  const proof = due.passkey ? 'password or a passkey' : 'password';
  return (
    <Door
      title="Is this account yours?"
      lead={`${due.email} has an account here. With its ${proof} once, single sign-on opens it.`}
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
      {due.passkey && hasPasskeys() && (
        <>
          <FormProblem error={byPasskey.error} />
          <Button
            size="sm"
            variant="default"
            fullWidth
            loading={byPasskey.isPending}
            onClick={() => byPasskey.mutate()}
          >
            Use a passkey
          </Button>
        </>
      )}
    </Door>
  );
}

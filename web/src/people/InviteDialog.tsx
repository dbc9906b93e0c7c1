import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, client } from '../api/client';
import type { RoleName } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { LinkOnce } from './LinkOnce';
import { RoleChoice } from './RoleChoice';

const FIELDS = { '#/email': 'E-mail address', '#/roles': 'Roles' };

/** An address and its roles; the link goes out by mail, or is shown once to hand over. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const queryClient = useQueryClient();
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<RoleName[]>(['analyst']);
  const invite = useMutation({
    mutationFn: () => answerOf(client.POST('/api/v1/invitations', { body: { email, roles } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['invitations'] }),
  });
  if (invite.data) {
    return (
      <Dialog title={`${email} is invited`} onClose={onClose}>
        <LinkOnce link={invite.data.link} email={email} />
        <div>
          <Button size="sm" onClick={onClose}>
            Done
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title="Invite somebody" onClose={onClose}>
      <Form
        verb="Invite"
        onSubmit={() => invite.mutate()}
        isPending={invite.isPending}
        error={invite.error}
        fields={FIELDS}
        disabled={roles.length === 0}
        onCancel={onClose}
      >
        <Field
          label="E-mail address"
          type="email"
          autoComplete="off"
          required
          maxLength={254}
          data-autofocus
          value={email}
          onText={setEmail}
        />
        <RoleChoice chosen={roles} onChosen={setRoles} />
      </Form>
    </Dialog>
  );
}

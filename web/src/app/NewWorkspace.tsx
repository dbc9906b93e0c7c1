import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, client } from '../api/client';
import { session } from '../api/session';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';

/** A workspace of its own: nothing and nobody of this one is in it but its maker. */
export function NewWorkspace({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: async () => {
      const { id } = await answerOf(client.POST('/api/v1/workspaces', { body: { name } }));
      await session.moveTo(id);
    },
    onSuccess: () => {
      onClose();
      void navigate({ to: '/' });
    },
  });
  return (
    <Dialog title="New workspace" onClose={onClose}>
      <p>Its reconciliations, files and people are apart from all others. You will be its admin.</p>
      <Form
        verb="Add and go there"
        onSubmit={() => add.mutate()}
        isPending={add.isPending}
        error={add.error}
        fields={{ '#/name': 'Name' }}
        onCancel={onClose}
      >
        <Field label="Name" required maxLength={100} data-autofocus value={name} onText={setName} />
      </Form>
    </Dialog>
  );
}

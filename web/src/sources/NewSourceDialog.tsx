import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, client } from '../api/client';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';

/** A source has a name; what it is like is learnt from what it delivers. */
export function NewSourceDialog({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: () => answerOf(client.POST('/api/v1/sources', { body: { name } })),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: ['all', '/api/v1/source-standings'] });
      await navigate({ to: '/sources/$source', params: { source: id } });
    },
  });
  return (
    <Dialog title="New source" onClose={onClose}>
      <Form
        verb="Add"
        onSubmit={() => add.mutate()}
        isPending={add.isPending}
        error={add.error}
        fields={{ '#/name': 'Name' }}
        onCancel={onClose}
      >
        <Field
          label="Name"
          required
          maxLength={200}
          data-autofocus
          hint="What people call it, such as Bank EUR 4410"
          value={name}
          onText={setName}
        />
      </Form>
    </Dialog>
  );
}

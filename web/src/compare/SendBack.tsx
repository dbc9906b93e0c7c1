import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, client } from '../api/client';
import type { Approval } from '../api/types';
import { Form } from '../ui/Form';
import { TextArea } from '../ui/TextArea';

interface SendBackProps {
  readonly approval: Approval;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Why it is not approved; whoever proposed it reads it. */
export function SendBack({ approval, onDone, onCancel }: SendBackProps) {
  const [text, setText] = useState('');
  const send = useMutation({
    mutationFn: () =>
      answerOf(
        client.POST('/api/v1/approvals/{approvalId}/send-back', {
          params: { path: { approvalId: approval.id } },
          body: { text },
        }),
      ),
    onSuccess: onDone,
  });
  return (
    <Form
      verb="Send back"
      onSubmit={() => send.mutate()}
      isPending={send.isPending}
      error={send.error}
      fields={{ '#/text': 'Why' }}
      onCancel={onCancel}
    >
      <TextArea label="Why" rows={2} required value={text} onText={setText} />
    </Form>
  );
}

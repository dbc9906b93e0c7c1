import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, client } from '../api/client';
import type { Approval } from '../api/types';
import { useMay, useMe } from '../api/useSession';
import { FormProblem } from '../ui/FormProblem';
import css from './ApprovalNotice.module.css';
import { SendBack } from './SendBack';
import { withdraw } from './takeBack';

interface ApprovalVerbsProps {
  readonly approval: Approval;
  readonly onDone: () => void;
}

/** Whoever proposed it may withdraw it; others who may approve say yes, or no and why. */
export function ApprovalVerbs({ approval, onDone }: ApprovalVerbsProps) {
  const isMine = useMe().person.id === approval.by.id;
  const mayApprove = useMay('approve:decisions');
  const [sending, setSending] = useState(false);
  const params = { path: { approvalId: approval.id } };
  const approve = useMutation({
    mutationFn: () => answerOf(client.POST('/api/v1/approvals/{approvalId}/approve', { params })),
    onSuccess: onDone,
  });
  const withdrawal = useMutation({ mutationFn: () => withdraw(approval.id), onSuccess: onDone });
  if (isMine) {
    return (
      <div className={css.verbs}>
        <Button
          size="xs"
          variant="default"
          loading={withdrawal.isPending}
          onClick={() => withdrawal.mutate()}
        >
          Withdraw
        </Button>
        <FormProblem error={withdrawal.error} />
      </div>
    );
  }
  if (!mayApprove) return null;
  if (sending) {
    return <SendBack approval={approval} onDone={onDone} onCancel={() => setSending(false)} />;
  }
  return (
    <div className={css.verbs}>
      {approval.changed === null && (
        <Button size="xs" loading={approve.isPending} onClick={() => approve.mutate()}>
          Approve
        </Button>
      )}
      <Button size="xs" variant="default" onClick={() => setSending(true)}>
        Send back
      </Button>
      <FormProblem error={approve.error} />
    </div>
  );
}

import { useMutation } from '@tanstack/react-query';
import { answerOf, client } from '../api/client';
import type { Approval } from '../api/types';
import { linesOf } from '../compare/linesOf';
import { Amount } from '../ui/Amount';
import { Dialog } from '../ui/Dialog';
import { Form } from '../ui/Form';
import { formatCount } from '../ui/format';
import { sumByCurrency } from '../ui/money';
import { PROPOSAL_WORDS } from '../ui/vocabulary';
import { approveAll } from './approveAll';

interface ApproveDialogProps {
  readonly approvals: readonly Approval[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What would be approved and what it comes to; then why some of it was not. */
export function ApproveDialog({ approvals, onDone, onClose }: ApproveDialogProps) {
  const approve = useMutation({
    mutationFn: () =>
      approveAll(approvals, (ids) =>
        answerOf(client.POST('/api/v1/approvals/approve', { body: { approvals: ids } })),
      ),
    onSuccess: ({ refused }) => refused.length === 0 && onDone(),
  });
  const refused = approve.data?.refused ?? [];
  if (refused.length > 0) {
    return (
      <Dialog title="Not all could be approved" onClose={onDone}>
        <p>{formatCount(approve.data?.approved ?? 0)} approved.</p>
        <ul>
          {refused.map(({ approval, detail }) => (
            <li key={approval.id}>
              <strong>{approval.by.name}</strong> {PROPOSAL_WORDS[approval.kind]}{' '}
              {linesOf(approval)}: {detail}
            </li>
          ))}
        </ul>
      </Dialog>
    );
  }
  const sums = sumByCurrency(approvals.flatMap(({ values }) => values));
  return (
    <Dialog title="Approve" onClose={onClose}>
      <p>
        {approvals.length === 1 ? 'One decision' : `${formatCount(approvals.length)} decisions`},
        together:
      </p>
      <ul aria-label="What it comes to">
        {sums.map((sum) => (
          <li key={sum.currency}>
            <Amount of={sum} />
          </li>
        ))}
      </ul>
      <Form
        verb="Approve"
        onSubmit={() => approve.mutate()}
        isPending={approve.isPending}
        error={approve.error}
        onCancel={onClose}
      >
        <p className="muted">They count from then on; taking one back needs two people again.</p>
      </Form>
    </Dialog>
  );
}

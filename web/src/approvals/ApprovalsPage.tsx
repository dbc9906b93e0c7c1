import { Button } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem } from '../api/problem';
import type { Approval } from '../api/types';
import { useMay } from '../api/useSession';
import { SendBack } from '../compare/SendBack';
import { Dialog } from '../ui/Dialog';
import { EmptyState } from '../ui/EmptyState';
import { Keys } from '../ui/Keys';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import css from './ApprovalsPage.module.css';
import { ApprovalTable } from './ApprovalTable';
import { ApproveDialog } from './ApproveDialog';
import { QueueTabs } from './QueueTabs';
import { useLook } from './useLook';
import { type QueueName, useQueue } from './useQueue';
import { useQueueKeys } from './useQueueKeys';

const EMPTY = {
  'to-check': ['Nothing waits for you', 'What others propose and you may approve stands here.'],
  mine: ['You proposed nothing', 'What you decide and another person must approve stands here.'],
} as const;

/** What is asked about stays what it was, whatever becomes of the queue meanwhile. */
interface Asked {
  readonly verb: 'approve' | 'send-back';
  readonly approvals: readonly Approval[];
}

/** What waits for another person: for me to check, and what I proposed. */
export function ApprovalsPage() {
  const { queue = 'to-check' } = useSearch({ from: '/approvals' });
  const mayApprove = useMay('approve:decisions');
  const list = useQueue(queue);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { row, chosen, rows } = list;
  const meant = chosen.length > 0 ? chosen : row ? [row] : [];
  const toApprove = meant.filter(({ changed }) => changed === null);
  const checks = queue === 'to-check' && mayApprove;

  const look = useLook();
  useQueueKeys({ list, queue, checks, look, ask });

  function ask(verb: Asked['verb']) {
    setAsked({ verb, approvals: verb === 'approve' ? toApprove : row ? [row] : [] });
  }

  function done() {
    setAsked(null);
    list.refresh();
  }

  return (
    <Page
      title="Approvals"
      lead="Decisions that count once another person approves them."
      actions={
        checks &&
        toApprove.length > 0 && (
          <Button size="xs" rightSection={<Keys of="a" />} onClick={() => ask('approve')}>
            Approve {chosen.length > 1 && chosen.length}
          </Button>
        )
      }
    >
      <QueueTabs queue={queue} />
      {list.isPending && <Skeleton label="approvals" />}
      {list.error && <ProblemNotice problem={asProblem(list.error)} onRetry={list.refresh} />}
      {list.problem && <ProblemNotice problem={list.problem} />}
      {list.data && rows.length === 0 && (
        <EmptyState icon="check" title={EMPTY[queue][0]} text={EMPTY[queue][1]} />
      )}
      {rows.length > 0 && <ApprovalTable list={list} mayChoose={checks} onLook={look} />}
      <More of={list.pages} />
      <p className={css.foot}>{keysOf(queue, checks)}</p>
      {asked?.verb === 'approve' && (
        <ApproveDialog approvals={asked.approvals} onDone={done} onClose={() => setAsked(null)} />
      )}
      {asked?.verb === 'send-back' &&
        asked.approvals.map((approval) => (
          <Dialog key={approval.id} title="Send back" onClose={() => setAsked(null)}>
            <SendBack approval={approval} onDone={done} onCancel={() => setAsked(null)} />
          </Dialog>
        ))}
    </Page>
  );
}

function keysOf(queue: QueueName, checks: boolean): string {
  const always = 'j k move · Enter looks at it';
  if (checks) return `${always} · Space chooses · a approves · b sends back`;
  return queue === 'mine' ? `${always} · x withdraws` : always;
}

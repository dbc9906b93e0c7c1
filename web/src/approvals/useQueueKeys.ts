import type { Approval } from '../api/types';
import { useKeymap } from '../ui/useKeymap';
import type { QueueName, QueueState } from './useQueue';

interface QueueKeys {
  readonly list: QueueState;
  readonly queue: QueueName;
  /** May what is in the queue be approved? */
  readonly checks: boolean;
  readonly look: (approval: Approval) => void;
  readonly ask: (what: 'approve' | 'send-back') => void;
}

/** The keys of the approvals. */
export function useQueueKeys({ list, queue, checks, look, ask }: QueueKeys): void {
  const { row, chosen } = list;
  const mayApprove = chosen.length > 0 || row?.changed === null;
  useKeymap({
    j: () => list.move(1),
    k: () => list.move(-1),
    ArrowDown: () => list.move(1),
    ArrowUp: () => list.move(-1),
    Enter: () => row && look(row),
    ...(checks && {
      Space: () => row?.changed === null && list.toggle(row.id),
      a: () => mayApprove && ask('approve'),
      b: () => row && ask('send-back'),
    }),
    ...(queue === 'mine' && {
      x: () => row?.status === 'waiting' && list.withdraw(row.id),
    }),
  });
}

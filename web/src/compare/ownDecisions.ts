import type { LiveEvent } from '../api/types';
import type { Calls } from './calls';

export type DecisionMade = Extract<LiveEvent, { type: 'decision-made' }>;
type Event = Pick<DecisionMade, 'decisionId' | 'status'>;

type ApprovalChanged = Extract<LiveEvent, { type: 'approval-changed' }>;

/** What is proposed counts as made, and what is settled as taken back. */
export function asDecision({ approvalId, status }: ApprovalChanged): Event {
  return { decisionId: approvalId, status: status === 'waiting' ? 'active' : 'undone' };
}

/** Which decisions were made and undone here, to know the events of them. */
export class OwnDecisions {
  private readonly calls: Calls;
  private readonly known = new Set<string>();

  constructor(calls: Calls) {
    this.calls = calls;
  }

  keep({ decisionId, status }: Event): void {
    this.known.add(`${decisionId} ${status}`);
  }

  /**
   * Hears of a decision that was made elsewhere. An event can come before the answer of the call
   * that caused it, so it is told once all calls that were made before have ended.
   */
  ifElsewhere({ decisionId, status }: Event, hear: () => void): void {
    void this.calls.afterAll(async () => {
      if (!this.known.has(`${decisionId} ${status}`)) hear();
    });
  }
}

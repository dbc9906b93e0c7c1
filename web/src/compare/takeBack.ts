import { answerOf, client } from '../api/client';
import type { Approval, Decision } from '../api/types';
import { waits } from './waits';

/** Takes back what was decided, which may have to wait; what waits itself is withdrawn. */
export function takeBack(made: Decision | Approval): Promise<Decision | Approval> {
  return waits(made) ? withdraw(made.id) : undo(made.id);
}

export function undo(decisionId: string): Promise<Decision | Approval> {
  const params = { path: { decisionId } };
  return answerOf(client.POST('/api/v1/decisions/{decisionId}/undo', { params }));
}

export function withdraw(approvalId: string): Promise<Approval> {
  const params = { path: { approvalId } };
  return answerOf(client.POST('/api/v1/approvals/{approvalId}/withdraw', { params }));
}

import { asProblem } from '../api/problem';
import type { Approval } from '../api/types';

/** The server takes no more at once. */
const BATCH_MAX = 200;

interface Answer {
  readonly approved: readonly unknown[];
  readonly refused: readonly { readonly approvalId: string; readonly detail: string }[];
}

export interface Refused {
  readonly approval: Approval;
  readonly detail: string;
}

/** What came of all, as many as they are. */
export interface Approved {
  readonly approved: number;
  readonly refused: readonly Refused[];
}

/**
 * Approves as many as are given, by as many calls as that takes. A call that fails after others
 * went well does not hide them: what it was about, and what was to come, counts as refused.
 */
export async function approveAll(
  approvals: readonly Approval[],
  post: (ids: string[]) => Promise<Answer>,
): Promise<Approved> {
  const refused: Refused[] = [];
  let approved = 0;
  for (let at = 0; at < approvals.length; at += BATCH_MAX) {
    const batch = approvals.slice(at, at + BATCH_MAX);
    try {
      const answer = await post(batch.map(({ id }) => id));
      approved += answer.approved.length;
      refused.push(...refusedOf(batch, answer));
    } catch (thrown) {
      if (at === 0) throw thrown;
      const { detail } = asProblem(thrown);
      refused.push(...approvals.slice(at).map((approval) => ({ approval, detail })));
      break;
    }
  }
  return { approved, refused };
}

function refusedOf(batch: readonly Approval[], { refused }: Answer): Refused[] {
  const details = new Map(refused.map(({ approvalId, detail }) => [approvalId, detail]));
  return batch.flatMap((approval) => {
    const detail = details.get(approval.id);
    return detail === undefined ? [] : [{ approval, detail }];
  });
}

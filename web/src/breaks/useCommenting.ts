import { useState } from 'react';
import { useMay } from '../api/useSession';
import type { Decisions } from './useDecisions';

/** The comment form of the selected row. */
export function useCommenting(rowId: string | undefined, decisions: Decisions) {
  const [commentedOn, setCommentedOn] = useState<string>();
  const mayComment = useMay('comment:breaks');

  /** The form stays with its text until the server has taken it. */
  async function comment(text: string) {
    if (!rowId || !(await decisions.comment(rowId, text))) return;
    setCommentedOn((now) => (now === rowId ? undefined : now));
  }

  return {
    /** The form goes when the cursor does. */
    isCommenting: rowId !== undefined && commentedOn === rowId,
    mayComment,
    comment,
    startCommenting: () => mayComment && setCommentedOn(rowId),
    stopCommenting: () => setCommentedOn(undefined),
  };
}

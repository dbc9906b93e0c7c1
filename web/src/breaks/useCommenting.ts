import { useEffect, useState } from 'react';
import { useMay } from '../api/useSession';
import { type CommentDraft, type CommentDrafts, NO_DRAFTS, withDraft } from './commentDrafts';
import type { Decisions } from './useDecisions';

/** The comment form of the selected row; what was written on a row stays until it is saved. */
export function useCommenting(rowId: string | undefined, decisions: Decisions) {
  const [commentedOn, setCommentedOn] = useState<string>();
  const [drafts, setDrafts] = useState<CommentDrafts>(NO_DRAFTS);
  const mayComment = useMay('comment:breaks');
  // The form goes when the cursor does: who comes along with the keys would write into it.
  useEffect(() => setCommentedOn((now) => (now === rowId ? now : undefined)), [rowId]);

  function write(id: string | undefined, change: Partial<CommentDraft> | null) {
    if (id) setDrafts((now) => withDraft(now, id, change));
  }

  /** The form stays with its text until the server has taken it. */
  async function comment() {
    const text = (drafts.get(rowId ?? '')?.text ?? '').trim();
    if (!rowId || text === '' || drafts.get(rowId)?.isSaving) return;
    write(rowId, { isSaving: true });
    const isSaved = await decisions.comment(rowId, text);
    write(rowId, isSaved ? null : { isSaving: false });
    if (isSaved) setCommentedOn((now) => (now === rowId ? undefined : now));
  }

  return {
    isCommenting: rowId !== undefined && commentedOn === rowId,
    mayComment,
    commentDraft: drafts.get(rowId ?? ''),
    comment,
    writeComment: (text: string) => write(rowId, { text }),
    startCommenting: () => mayComment && setCommentedOn(rowId),
    stopCommenting: () => setCommentedOn(undefined),
    cancelComment: () => {
      setCommentedOn(undefined);
      write(rowId, null);
    },
  };
}

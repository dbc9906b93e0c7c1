/** A comment that is not saved yet. */
export interface CommentDraft {
  readonly text: string;
  readonly isSaving: boolean;
}

/** The comments that are being written, by break. */
export type CommentDrafts = ReadonlyMap<string, CommentDraft>;

export const NO_DRAFTS: CommentDrafts = new Map();

const EMPTY: CommentDraft = { text: '', isSaving: false };

/** The drafts with one changed, or without it: a text of nothing is none. */
export function withDraft(
  drafts: CommentDrafts,
  breakId: string,
  change: Partial<CommentDraft> | null,
): CommentDrafts {
  const next = new Map(drafts);
  const draft = { ...EMPTY, ...drafts.get(breakId), ...change };
  if (change === null || draft.text === '') next.delete(breakId);
  else next.set(breakId, draft);
  return next;
}

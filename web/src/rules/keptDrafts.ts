/** The text of a rule set that is no version yet, kept in the tab until it is in force. */
export interface KeptDraft {
  /** What it was written on: a version, or a comparison. */
  readonly on: string;
  readonly text: string;
}

/** What is needed of the storage of a tab. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const DRAFTS_MAX = 5;

/** Nobody finds the drafts of another person who signs in in the same tab. */
export function draftKey(person: string, rec: string): string {
  return `recon-drafts ${person} ${rec}`;
}

/** The drafts of one reconciliation, the one that was written on last first. */
export function readDrafts(key: string, storage: DraftStorage): readonly KeptDraft[] {
  return JSON.parse(storage.getItem(key) ?? '[]') as KeptDraft[];
}

export function writeDrafts(
  key: string,
  drafts: readonly KeptDraft[],
  storage: DraftStorage,
): void {
  if (drafts.length === 0) storage.removeItem(key);
  else storage.setItem(key, JSON.stringify(drafts.slice(0, DRAFTS_MAX)));
}

/** The drafts with one more, which takes the place of what was written on the same before. */
export function withDraft(drafts: readonly KeptDraft[], draft: KeptDraft): readonly KeptDraft[] {
  return [draft, ...drafts.filter(({ on }) => on !== draft.on)];
}

import type { Side, StoredFile } from '../api/types';
import { type Draft, EMPTY_DRAFT } from './draft';
import { standIn } from './storedFile';

/** What somebody began, with its files, as long as the page is not loaded again. */
let kept: { readonly person: string; readonly draft: Draft } | null = null;

export type Uploaded = Readonly<Record<Side, StoredFile | null>>;

/** What is needed of the storage of a tab. */
type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface Written {
  readonly draft: Omit<Draft, 'files'>;
  readonly files: Uploaded;
}

function keyOf(person: string): string {
  return `recon-new ${person}`;
}

/** Keeps what was begun: in the page as it is, in the tab with the files that are uploaded. */
export function keepDraft(person: string, draft: Draft, files: Uploaded): void {
  kept = draft === EMPTY_DRAFT ? null : { person, draft };
  writeDraft(person, kept && { draft, files }, sessionStorage);
}

/** What this person began; nobody finds what another one began in the same tab. */
export function keptDraft(person: string): Draft {
  if (kept !== null) return kept.person === person ? kept.draft : EMPTY_DRAFT;
  return readDraft(person, sessionStorage);
}

/** It has become a reconciliation. */
export function forgetDraft(person: string): void {
  kept = null;
  writeDraft(person, null, sessionStorage);
}

export function writeDraft(person: string, begun: Written | null, storage: DraftStorage): void {
  if (begun === null) {
    storage.removeItem(keyOf(person));
    return;
  }
  const draft = { ...begun.draft, files: undefined };
  storage.setItem(keyOf(person), JSON.stringify({ draft, files: begun.files }));
}

export function readDraft(person: string, storage: DraftStorage): Draft {
  const text = storage.getItem(keyOf(person));
  if (text === null) return EMPTY_DRAFT;
  const { draft, files } = JSON.parse(text) as Written;
  const left = files.left && standIn(files.left);
  const right = files.right && standIn(files.right);
  return { ...EMPTY_DRAFT, ...draft, files: { left, right } };
}

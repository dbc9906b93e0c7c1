import { type Draft, EMPTY_DRAFT } from './draft';

/** What somebody began. Files cannot be written down: it lasts as long as the tab is not left. */
let kept: { readonly person: string; readonly draft: Draft } | null = null;

export function keepDraft(person: string, draft: Draft): void {
  kept = draft === EMPTY_DRAFT ? null : { person, draft };
}

/** What this person began; nobody finds what another one began in the same tab. */
export function keptDraft(person: string): Draft {
  return kept?.person === person ? kept.draft : EMPTY_DRAFT;
}

/** It has become a reconciliation. */
export function forgetDraft(): void {
  kept = null;
}

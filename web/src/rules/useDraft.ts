import { useState } from 'react';
import { useMe } from '../api/useSession';
import { draftKey, type KeptDraft, readDrafts, withDraft, writeDrafts } from './keptDrafts';

interface Place {
  readonly rec: string;
  /** The version or the comparison that the text begins with. */
  readonly on: string;
  readonly begins: string;
  readonly inForce: string;
}

/** The text of a draft. It outlives the page; one that was written on something else is offered. */
export function useDraft({ rec, on, begins, inForce }: Place) {
  const key = draftKey(useMe().person.id, rec);
  const [drafts, setDrafts] = useState<readonly KeptDraft[]>(() =>
    readDrafts(key, sessionStorage).filter(({ text }) => text !== inForce),
  );
  const [text, setShown] = useState(drafts.find((draft) => draft.on === on)?.text ?? begins);
  const other = drafts.find((draft) => draft.on !== on && draft.text !== text);

  function keep(next: readonly KeptDraft[]) {
    writeDrafts(key, next, sessionStorage);
    setDrafts(next);
  }

  function setText(next: string, among = drafts) {
    setShown(next);
    keep(
      next === begins
        ? among.filter((draft) => draft.on !== on)
        : withDraft(among, { on, text: next }),
    );
  }

  const others = drafts.filter((draft) => draft !== other);
  return {
    text,
    setText: (next: string) => setText(next),
    isChanged: text !== begins,
    discard: () => setText(begins),
    /** There is another draft of the same rules. */
    hasOther: other !== undefined,
    takeOther: () => other && setText(other.text, others),
    discardOther: () => keep(others),
  };
}

export type RulesDraftState = ReturnType<typeof useDraft>;

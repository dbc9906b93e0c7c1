import { useState } from 'react';
import type { Approval, Decision } from '../api/types';

/** What happened to a row since the list was read; the row stays where it is. */
export type RowChange =
  | { readonly state: 'saving' }
  | { readonly state: 'resolved'; readonly decision: Decision }
  /** Decided by somebody else, or by this person in another tab. */
  | { readonly state: 'elsewhere'; readonly kind: Decision['kind'] }
  | { readonly state: 'waiting'; readonly approval: Approval }
  | { readonly state: 'reopened' };

export type RowChanges = ReadonlyMap<string, RowChange>;

/** The changes by row; `mark` with null takes one back. */
export function useRowChanges() {
  const [changes, setChanges] = useState<RowChanges>(new Map());

  function mark(ids: readonly string[], change: RowChange | null) {
    setChanges((now) => {
      const next = new Map(now);
      for (const id of ids) {
        if (change) next.set(id, change);
        else next.delete(id);
      }
      return next;
    });
  }

  return { changes, mark, forget: () => setChanges(new Map()) };
}

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

/** The changes by row; `mark` gives how to put back what was, where nothing came since. */
export function useRowChanges() {
  const [changes, setChanges] = useState<RowChanges>(new Map());

  function mark(ids: readonly string[], change: RowChange): () => void {
    setChanges((now) => marked(now, ids, change));
    return () => setChanges((now) => putBack(now, { ids, change, before: changes }));
  }

  return { changes, mark, forget: () => setChanges(new Map()) };
}

export function marked(now: RowChanges, ids: readonly string[], change: RowChange): RowChanges {
  return new Map([...now, ...ids.map((id) => [id, change] as const)]);
}

interface Marked {
  readonly ids: readonly string[];
  readonly change: RowChange;
  readonly before: RowChanges;
}

/** The rows that are still marked with the change, as they were before it. */
export function putBack(now: RowChanges, { ids, change, before }: Marked): RowChanges {
  const next = new Map(now);
  for (const id of ids.filter((id) => now.get(id) === change)) {
    const was = before.get(id);
    if (was) next.set(id, was);
    else next.delete(id);
  }
  return next;
}

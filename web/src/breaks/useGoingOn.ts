import { useEffect, useRef } from 'react';
import type { BreakRow } from '../api/types';
import { advanceCursor } from './cursor';
import type { Selection } from './useSelection';

/**
 * Moves the cursor on when rows are handled. Where it has come to what the answer handles, too,
 * such as the other half of a match, it goes on again.
 */
export function useGoingOn(
  rows: readonly BreakRow[],
  { selected, select }: Selection,
  isOpen: (id: string) => boolean,
) {
  const cursor = useRef(selected);
  useEffect(() => {
    cursor.current = selected;
  });
  const goOn = (from: string | undefined, handled: readonly string[]) =>
    select(advanceCursor(rows, from, (id) => handled.includes(id) || !isOpen(id)));

  /** Gives what to do with the answer: a refusal, which handles nothing, brings the cursor back. */
  return (handled: readonly string[]) => {
    goOn(selected, handled);
    return (answered: readonly string[]) => {
      if (answered.length === 0) select(selected);
      else if (answered.includes(cursor.current ?? '')) goOn(cursor.current, answered);
    };
  };
}

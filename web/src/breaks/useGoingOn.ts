import { useEffect, useRef } from 'react';
import type { BreakRow } from '../api/types';
import { advanceCursor } from './cursor';
import type { Selection } from './useSelection';

interface Going {
  readonly isOpen: (id: string) => boolean;
  /** Is a comment being written on the selected row? */
  readonly isWriting: boolean;
}

/**
 * Moves the cursor on when rows are handled. Where it has come to what the answer handles, too,
 * such as the other half of a match, it goes on again.
 */
export function useGoingOn(
  rows: readonly BreakRow[],
  { selected, select }: Selection,
  { isOpen, isWriting }: Going,
) {
  const cursor = useRef({ at: selected, isHeld: isWriting });
  useEffect(() => {
    cursor.current = { at: selected, isHeld: isWriting };
  });
  const goOn = (from: string | undefined, handled: readonly string[]) =>
    select(advanceCursor(rows, from, (id) => handled.includes(id) || !isOpen(id)));

  /**
   * Gives what to do with the answer: a refusal, which handles nothing, brings the cursor back. It
   * stays where a comment is being written meanwhile.
   */
  return (handled: readonly string[]) => {
    goOn(selected, handled);
    return (answered: readonly string[]) => {
      const { at, isHeld } = cursor.current;
      if (isHeld) return;
      if (answered.length === 0) select(selected);
      else if (answered.includes(at ?? '')) goOn(at, answered);
    };
  };
}

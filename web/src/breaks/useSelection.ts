import { useCallback } from 'react';
import type { BreakRow } from '../api/types';
import { useOutside } from '../ui/useOutside';
import { moveCursor } from './cursor';
import type { BreakSearch } from './search';

/**
 * Which row and which candidate is open: both live in the URL, the first row by default. No row is
 * where the URL names a break outside of the list.
 */
export function useSelection(
  rows: readonly BreakRow[],
  search: BreakSearch,
  onSearch: (change: BreakSearch) => void,
) {
  const outside = useOutside(rows, search.sel);
  const row = outside ? undefined : (rows.find(({ id }) => id === search.sel) ?? rows[0]);
  const select = useCallback(
    (id: string | undefined) => {
      if (id) onSearch({ sel: id, cand: undefined });
    },
    [onSearch],
  );
  return {
    row,
    outside,
    selected: row?.id,
    select,
    move: (step: number) => select(moveCursor(rows, row?.id, step)),
    choose: (rank: number) => onSearch({ cand: rank }),
  };
}

export type Selection = ReturnType<typeof useSelection>;

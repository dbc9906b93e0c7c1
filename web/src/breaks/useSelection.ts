import { useCallback } from 'react';
import type { BreakRow } from '../api/types';
import { moveCursor } from './cursor';
import type { BreakSearch } from './search';

/** Which row and which candidate is open: both live in the URL, the first row by default. */
export function useSelection(
  rows: readonly BreakRow[],
  search: BreakSearch,
  onSearch: (change: BreakSearch) => void,
) {
  const row = rows.find(({ id }) => id === search.sel) ?? rows[0];
  const select = useCallback(
    (id: string | undefined) => {
      if (id) onSearch({ sel: id, cand: undefined });
    },
    [onSearch],
  );
  return {
    row,
    selected: row?.id,
    select,
    move: (step: number) => select(moveCursor(rows, row?.id, step)),
    choose: (rank: number) => onSearch({ cand: rank }),
  };
}

export type Selection = ReturnType<typeof useSelection>;

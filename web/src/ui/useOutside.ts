import { useEffect, useRef } from 'react';

interface Identified {
  readonly id: string;
}

/**
 * What is wanted and was never in the list: a link may name what the list does not show, and
 * another row in its place would be taken for it.
 */
export function useOutside(
  rows: readonly Identified[],
  wanted: string | undefined,
): string | undefined {
  const met = useRef<string>(undefined);
  const isThere = rows.some(({ id }) => id === wanted);
  useEffect(() => {
    if (isThere) met.current = wanted;
  });
  return isThere || wanted === met.current ? undefined : wanted;
}

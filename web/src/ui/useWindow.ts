import { type RefObject, useLayoutEffect, useState } from 'react';

/** Which rows of a long list are near what is seen. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
}

const OVERSCAN = 12;

export function windowOf(
  scrollTop: number,
  height: number,
  rowHeight: number,
  rows: number,
): RowWindow {
  const first = Math.max(Math.floor(scrollTop / rowHeight) - OVERSCAN, 0);
  const last = Math.min(Math.ceil((scrollTop + height) / rowHeight) + OVERSCAN, rows);
  return { first: Math.min(first, last), last };
}

/** Follows the scrolling of a container; only a change of the window draws again. */
export function useWindow(
  container: RefObject<HTMLElement | null>,
  rowHeight: number,
  rows: number,
): RowWindow {
  const [seen, setSeen] = useState<RowWindow>({ first: 0, last: Math.min(rows, 60) });
  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return;
    function look() {
      if (!element) return;
      const next = windowOf(element.scrollTop, element.clientHeight, rowHeight, rows);
      setSeen((now) => (now.first === next.first && now.last === next.last ? now : next));
    }
    look();
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [container, rowHeight, rows]);
  return seen;
}

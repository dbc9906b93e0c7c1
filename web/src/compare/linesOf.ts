import type { Approval } from '../api/types';

/** Which lines it is about; a few of them. */
export function linesOf({ left, right }: Pick<Approval, 'left' | 'right'>): string {
  const few = (lines: readonly number[]) =>
    lines.slice(0, 3).join(', ') + (lines.length > 3 ? ', …' : '');
  return [left.length > 0 && `left ${few(left)}`, right.length > 0 && `right ${few(right)}`]
    .filter(Boolean)
    .join(' with ');
}

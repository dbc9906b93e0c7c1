import type { Decision } from '../api/types';

interface May {
  readonly decide: boolean;
  readonly comment: boolean;
}

/** What one may do about something decided or said; of comments, about one's own. */
export function undoVerb(
  { kind, by, undone }: Pick<Decision, 'kind' | 'by' | 'undone'>,
  me: string,
  may: May,
): string | null {
  if (undone !== null) return null;
  if (kind === 'comment') return may.comment && by.id === me ? 'Take back' : null;
  return may.decide ? 'Undo' : null;
}

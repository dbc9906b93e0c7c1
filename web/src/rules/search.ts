import type { ChangeKind, Side } from '../api/types';
import { CHANGES } from './words';

/** The view state of the rules page, in the URL. */
export interface RulesSearch {
  /** The comparison that is shown. */
  readonly comparison?: string | undefined;
  readonly change?: ChangeKind | undefined;
  readonly side?: Side | undefined;
  readonly text?: string | undefined;
}

export function readRulesSearch(said: Record<string, unknown>): RulesSearch {
  const change = CHANGES.find((each) => each === said.change);
  const side = said.side === 'left' || said.side === 'right' ? said.side : undefined;
  return {
    ...(typeof said.comparison === 'string' && { comparison: said.comparison }),
    ...(change && { change }),
    ...(side && { side }),
    ...(typeof said.text === 'string' && { text: said.text }),
  };
}

import type { ChangeKind, PlacedLine } from '../api/types';

/** What becomes of a line, in the order of precedence. */
export const CHANGE_WORDS: Record<ChangeKind, { readonly label: string; readonly about: string }> =
  {
    'newly-matched': { label: 'Newly matched', about: 'open before, in a match after' },
    'newly-broken': { label: 'Newly broken', about: 'in a match before, open after' },
    'changed-partner': { label: 'Changed partner', about: 'in a match with other entries' },
    'changed-status': { label: 'Changed status', about: 'matched in one, suggested in the other' },
    'changed-reading': {
      label: 'Changed reading',
      about: 'its amount or currency is read otherwise',
    },
    'changed-break': { label: 'Changed break', about: 'another break, or one of the two has none' },
  };

export const CHANGES = Object.keys(CHANGE_WORDS) as ChangeKind[];

const PARTNERS_SHOWN = 3;

/** Such as `matched with right 3 by reference`. */
export function placeWords({ status, pass, partners, morePartners }: PlacedLine): string {
  if (!pass) return status;
  const shown = partners.slice(0, PARTNERS_SHOWN).map(({ side, line }) => `${side} ${line}`);
  const more = partners.length - shown.length + morePartners;
  const rest = more > 0 ? ` and ${more} more` : '';
  return `${status} with ${shown.join(', ')}${rest} by ${pass}`;
}

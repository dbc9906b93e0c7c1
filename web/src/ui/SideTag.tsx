import type { Side } from '../api/types';
import css from './SideTag.module.css';
import { SIDE_WORDS } from './vocabulary';

/** A side by word and colour. */
export function SideTag({ side }: { readonly side: Side }) {
  return (
    <span className={css.tag} data-side={side}>
      {SIDE_WORDS[side]}
    </span>
  );
}

import type { BreakKind } from '../api/types';
import { Icon } from './Icon';
import css from './KindLabel.module.css';
import { KIND_WORDS } from './vocabulary';

/** A break's kind: icon and word. */
export function KindLabel({ kind }: { readonly kind: BreakKind }) {
  const { label, icon } = KIND_WORDS[kind];
  return (
    <span className={css.kind}>
      <span className={css.icon}>
        <Icon name={icon} size={14} />
      </span>
      {label}
    </span>
  );
}

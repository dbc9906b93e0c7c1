import type { ShapeChange } from '../api/types';
import { Badge } from '../ui/Badge';
import css from './ChangeList.module.css';
import { CHANGE_WORDS, SEVERITY_WORDS } from './words';

/** How a delivery is of another shape than the one before, each with its before and after. */
export function ChangeList({ changes }: { readonly changes: readonly ShapeChange[] }) {
  if (changes.length === 0) return null;
  return (
    <ul className={css.changes} aria-label="Changes of its shape">
      {changes.map(({ severity, column, what, before, after }) => (
        <li key={`${column} ${what}`} className={css.change}>
          <Badge tone={SEVERITY_WORDS[severity].tone}>{SEVERITY_WORDS[severity].label}</Badge>
          <span>
            {CHANGE_WORDS[what]}: <strong>{column}</strong>
          </span>
          <span className={css.values}>
            {before === null ? 'not there' : <code>{before}</code>} →{' '}
            {after === null ? 'not there' : <code>{after}</code>}
          </span>
        </li>
      ))}
    </ul>
  );
}

import type { Condition } from '../api/types';
import { Icon } from '../ui/Icon';
import { fieldLabel } from '../ui/vocabulary';
import css from './ConditionList.module.css';
import { heldWords } from './explain';

interface ConditionListProps {
  readonly pass: string;
  readonly conditions: readonly Condition[];
}

/** What a pass asked of the entries, and by how much it holds. */
export function ConditionList({ pass, conditions }: ConditionListProps) {
  return (
    <ul className={css.list} aria-label={`What ${pass} asks`}>
      {conditions.map((condition) => (
        <li key={`${condition.field} ${condition.text}`} className={css.condition}>
          <span className={css.sign} data-holds={condition.holds || undefined}>
            <Icon name={condition.holds ? 'check' : 'cross'} size={12} />
          </span>
          <span className={css.field}>
            {condition.field.split(', ').map(fieldLabel).join(', ')}
          </span>
          <span>{heldWords(condition)}</span>
        </li>
      ))}
    </ul>
  );
}

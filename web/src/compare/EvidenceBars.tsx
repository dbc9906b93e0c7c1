import type { Evidence } from '../api/types';
import { fieldLabel } from '../ui/vocabulary';
import css from './EvidenceBars.module.css';

/** Signed contributions, field by field: what speaks for it to the right, against to the left. */
export function EvidenceBars({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const most = Math.max(...evidence.map(({ weight }) => Math.abs(weight)), 1e-9);
  return (
    <ul className={css.bars}>
      {evidence.map(({ field, weight, text }) => (
        <li key={field} className={css.bar} title={text}>
          <span className={css.field}>{fieldLabel(field)}</span>
          <span className={css.weight} data-against={weight < 0 || undefined}>
            {weight > 0 ? '+' : weight < 0 ? '−' : ''}
            {Math.abs(weight).toFixed(1)}
          </span>
          <span className={css.axis} aria-hidden="true">
            <span
              className={css.fill}
              data-against={weight < 0 || undefined}
              style={{ inlineSize: `${(Math.abs(weight) / most) * 50}%` }}
            />
          </span>
          <span className={css.text}>{text}</span>
        </li>
      ))}
    </ul>
  );
}

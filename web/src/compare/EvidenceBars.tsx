import type { Evidence } from '../api/types';
import { fieldLabel } from '../ui/vocabulary';
import css from './EvidenceBars.module.css';
import { evidenceWords, formatSigned } from './explain';

interface EvidenceBarsProps {
  readonly evidence: readonly Evidence[];
  readonly score: number;
}

/**
 * A signed sum, field by field: what speaks for it to the right, against to the left; 1 more is
 * twice as likely.
 */
export function EvidenceBars({ evidence, score }: EvidenceBarsProps) {
  const most = Math.max(...evidence.map(({ weight }) => Math.abs(weight)), 1e-9);
  return (
    <ul className={css.bars}>
      {evidence.map((each) => (
        <EvidenceBar key={each.field} evidence={each} most={most} />
      ))}
      <li className={css.sum} title="Each 1 makes it twice as likely">
        <span className={css.field}>Sum</span>
        <span className={css.weight} data-against={score < 0 || undefined}>
          {formatSigned(score)}
        </span>
      </li>
    </ul>
  );
}

function EvidenceBar({ evidence, most }: { readonly evidence: Evidence; readonly most: number }) {
  const { field, weight } = evidence;
  const against = weight < 0 || undefined;
  const words = evidenceWords(evidence);
  return (
    <li className={css.bar} title={words}>
      <span className={css.field}>{fieldLabel(field)}</span>
      <span className={css.weight} data-against={against}>
        {formatSigned(weight)}
      </span>
      <span className={css.axis} aria-hidden="true">
        <span
          className={css.fill}
          data-against={against}
          style={{ inlineSize: `${(Math.abs(weight) / most) * 50}%` }}
        />
      </span>
      <span className={css.text}>{words}</span>
    </li>
  );
}

import type { SumSearch } from '../api/types';
import { formatAmount, formatCount } from '../ui/format';
import { Icon } from '../ui/Icon';
import { isZero } from '../ui/money';
import css from './MatchWhy.module.css';

/** Which several entries come to one, or nearly: what a pass for sums had to choose from. */
export function SumList({ searches }: { readonly searches: readonly SumSearch[] }) {
  return searches
    .filter(({ nearest }) => nearest.length > 0)
    .map(({ pass, candidates, complete, nearest }) => (
      <details key={pass} className={css.others}>
        <summary>
          <Icon name="chevron" size={12} /> Sums of {formatCount(candidates)} by {pass}
          {complete ? '' : ', not searched to the end'}
        </summary>
        <ol>
          {nearest.map(({ entries, difference }) => (
            <li key={entries.map(({ line }) => line).join()} className={css.other}>
              <span className={css.name}>
                {entries.map(({ line, reference }) => reference || `line ${line}`).join(' + ')}
              </span>
              <span className="num">
                {entries.map(({ amount }) => formatAmount(amount.value)).join(' + ')}
              </span>
              <span className={css.state}>
                {isZero(difference.value) ? 'The same amount.' : missed(difference.value)}
              </span>
            </li>
          ))}
        </ol>
      </details>
    ));
}

function missed(value: string): string {
  return value.startsWith('-')
    ? `${formatAmount(value.slice(1))} less.`
    : `${formatAmount(value)} more.`;
}

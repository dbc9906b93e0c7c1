import { api } from '../api/client';
import { EvidenceBars } from '../compare/EvidenceBars';
import { formatPercent } from '../ui/format';
import { Icon } from '../ui/Icon';
import { matchLabel, STATUS_WORDS } from '../ui/vocabulary';
import css from './MatchReason.module.css';

/** Why the two sides of a break were put together at all. */
export function MatchReason({ matchId }: { readonly matchId: string }) {
  const { data } = api.useQuery('get', '/api/v1/matches/{matchId}', {
    params: { path: { matchId } },
  });
  if (!data) return null;
  const { row, explanation } = data;
  const { label, icon } = STATUS_WORDS[row.status];
  return (
    <section className={css.reason} aria-label="Why these two">
      <h3 className={css.title}>
        Why these two
        <span className={css.facts}>
          <Icon name={icon} size={14} /> {label}{' '}
          <span className="mono">{matchLabel(row.number)}</span>
          {row.byHand ? 'by hand' : `by ${row.pass}`}
          <span>{formatPercent(Math.floor(row.confidence * 10_000))}%</span>
        </span>
      </h3>
      <EvidenceBars evidence={explanation} />
    </section>
  );
}

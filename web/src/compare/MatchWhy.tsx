import { api } from '../api/client';
import { asProblem } from '../api/problem';
import type { Candidate, MatchRow } from '../api/types';
import { Amount } from '../ui/Amount';
import { Icon } from '../ui/Icon';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { matchLabel, STATUS_WORDS } from '../ui/vocabulary';
import { ConditionList } from './ConditionList';
import { EvidenceBars } from './EvidenceBars';
import { formatConfidence, formatSigned, takenWords } from './explain';
import css from './MatchWhy.module.css';
import { SumList } from './SumList';

/** Why entries were put together: what the pass asked, the evidence, and what else came near. */
export function MatchWhy({ row }: { readonly row: MatchRow }) {
  const { data, error, refetch } = api.useQuery('get', '/api/v1/matches/{matchId}/explanation', {
    params: { path: { matchId: row.id } },
  });
  const { label, icon } = STATUS_WORDS[row.status];
  return (
    <section className={css.why} aria-label="Why these entries">
      <h3 className={css.title}>
        Why these {row.left.length + row.right.length}
        <span className={css.facts}>
          <Icon name={icon} size={14} /> {label}{' '}
          <span className="mono">{matchLabel(row.number)}</span>
          {row.byHand ? 'by hand' : `by ${row.pass}`}
          <span>{formatConfidence(row.confidence)} sure</span>
        </span>
      </h3>
      {error && <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label="the explanation" />}
      {data && (
        <>
          <ConditionList pass={row.pass} conditions={data.conditions} />
          {data.evidence.length > 0 && <EvidenceBars evidence={data.evidence} score={data.score} />}
          <Alternatives items={data.alternatives} />
          <SumList searches={data.sums} />
        </>
      )}
    </section>
  );
}

function Alternatives({ items }: { readonly items: readonly Candidate[] }) {
  if (items.length === 0) return null;
  return (
    <details className={css.others}>
      <summary>
        <Icon name="chevron" size={12} /> Nearest others
      </summary>
      <ol>
        {items.map(({ rank, entry, score, taken }) => (
          <li key={rank} className={css.other}>
            <span className={css.name}>{nameOf(entry)}</span>
            <Amount of={entry.amount} />
            <span className={css.score}>{formatSigned(score)}</span>
            <span className={css.state}>{taken ? takenWords(taken) : 'Open.'}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function nameOf({ fields, line }: Candidate['entry']): string {
  return fields.find(({ field }) => field === 'reference')?.value || `line ${line}`;
}

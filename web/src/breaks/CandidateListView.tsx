import type { Candidate, CandidateList } from '../api/types';
import { EvidenceBars } from '../compare/EvidenceBars';
import { Amount } from '../ui/Amount';
import css from './CandidateListView.module.css';
import { isLikely } from './candidates';

interface CandidateListViewProps {
  readonly list: CandidateList;
  readonly chosen: number | undefined;
  readonly onChoose: (rank: number) => void;
}

/** What could belong to the entry, best first, each with its evidence and what stopped a pass. */
export function CandidateListView({ list, chosen, onChoose }: CandidateListViewProps) {
  return (
    <section className={css.list} aria-label="Candidates">
      <h3 className={css.title}>
        {titleOf(list)}
        <span className={css.searched}>{list.searched}</span>
      </h3>
      <ol>
        {list.items.map((candidate) => (
          <li key={candidate.rank}>
            <CandidateCard
              candidate={candidate}
              chosen={candidate.rank === chosen}
              onChoose={() => onChoose(candidate.rank)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

function titleOf({ items }: CandidateList): string {
  if (items.length === 0) return 'No candidate';
  return items.some(isLikely) ? 'Candidates' : 'None likely; the nearest';
}

interface CandidateCardProps {
  readonly candidate: Candidate;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function CandidateCard({ candidate, chosen, onChoose }: CandidateCardProps) {
  const { rank, entry, score, evidence, whyNot } = candidate;
  const reference = entry.fields.find(({ field }) => field === 'reference')?.value;
  const date = entry.fields.find(({ field }) => field === 'date')?.value;
  const nearest = whyNot[0];
  return (
    <div className={css.card} data-chosen={chosen || undefined}>
      <button type="button" className={css.head} aria-pressed={chosen} onClick={onChoose}>
        <span className={css.rank}>{rank}</span>
        <span className={css.name}>{reference || `line ${entry.line}`}</span>
        <span className="muted figures">{date}</span>
        <Amount of={entry.amount} />
        <span className={css.score} title="Sum of the evidence">
          {score > 0 ? '+' : ''}
          {score.toFixed(1)}
        </span>
      </button>
      {chosen && (
        <div className={css.body}>
          <EvidenceBars evidence={evidence} />
          {nearest && (
            <p className={css.why}>
              <span className={css.pass}>{nearest.pass}</span> {nearest.text}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

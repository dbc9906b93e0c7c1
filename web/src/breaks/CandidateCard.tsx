import type { Candidate } from '../api/types';
import { EvidenceBars } from '../compare/EvidenceBars';
import { formatConfidence, takenWords, whyNotWords } from '../compare/explain';
import { Amount } from '../ui/Amount';
import { formatDay } from '../ui/format';
import css from './CandidateListView.module.css';

interface CandidateCardProps {
  readonly candidate: Candidate;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** One candidate: how sure, what failed first and by how much, and when chosen the evidence. */
export function CandidateCard({ candidate, chosen, onChoose }: CandidateCardProps) {
  const { rank, entry, confidence, taken } = candidate;
  const reference = entry.fields.find(({ field }) => field === 'reference')?.value;
  const date = entry.fields.find(({ field }) => field === 'date')?.value;
  return (
    <div className={css.card} data-chosen={chosen || undefined}>
      <button type="button" className={css.head} aria-pressed={chosen} onClick={onChoose}>
        <span className={css.rank}>{rank}</span>
        <span className={css.name}>{reference || `line ${entry.line}`}</span>
        <span className={css.date}>{date && formatDay(date)}</span>
        <span className={css.amount}>
          <Amount of={entry.amount} />
        </span>
        <span className={css.score} title="How likely the two belong together">
          {formatConfidence(confidence)}
        </span>
        <NearestPass candidate={candidate} />
        {taken && <span className={css.taken}>{takenWords(taken)}</span>}
      </button>
      {chosen && (
        <div className={css.body}>
          <EvidenceBars evidence={candidate.evidence} score={candidate.score} />
          <OtherPasses candidate={candidate} />
        </div>
      )}
    </div>
  );
}

function NearestPass({ candidate: { whyNot, nearest } }: { readonly candidate: Candidate }) {
  const found = nearest === null ? undefined : whyNot[nearest];
  if (!found) return null;
  return (
    <span className={css.why}>
      <span className={css.pass}>{found.pass}</span> {whyNotWords(found)}
    </span>
  );
}

function OtherPasses({ candidate: { whyNot, nearest } }: { readonly candidate: Candidate }) {
  const others = whyNot.filter((_, at) => at !== nearest);
  if (others.length === 0) return null;
  return (
    <ul className={css.passes} aria-label="Other passes">
      {others.map((each) => (
        <li key={each.pass}>
          <span className={css.pass}>{each.pass}</span> {whyNotWords(each)}
        </li>
      ))}
    </ul>
  );
}

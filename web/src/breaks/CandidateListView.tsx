import type { CandidateList, Side } from '../api/types';
import { changeWords } from '../compare/explain';
import { SumList } from '../compare/SumList';
import { formatCount } from '../ui/format';
import { SIDE_WORDS } from '../ui/vocabulary';
import { CandidateCard } from './CandidateCard';
import css from './CandidateListView.module.css';
import { isLikely } from './candidates';
import { OwnSideList } from './OwnSideList';
import { TryChange } from './TryChange';

/** A taken candidate that is nearly as likely as the one that took it. */
const NEAR_MIN = 0.1;

interface CandidateListViewProps {
  readonly list: CandidateList;
  /** The side that was looked at. */
  readonly side: Side;
  readonly chosen: number | undefined;
  readonly onChoose: (rank: number) => void;
}

/** What could belong to the entry, best first, and what the rules would have to allow. */
export function CandidateListView({ list, side, chosen, onChoose }: CandidateListViewProps) {
  const { items, searched, sums, own, change } = list;
  return (
    <section className={css.list} aria-label="Candidates">
      <h3 className={css.title}>
        {titleOf(list)}
        <span className={css.searched}>
          nearest of {formatCount(searched)} on the {SIDE_WORDS[side].toLowerCase()}
        </span>
      </h3>
      <ol>
        {items.map((candidate) => (
          <li key={candidate.rank}>
            <CandidateCard
              candidate={candidate}
              chosen={candidate.rank === chosen}
              onChoose={() => onChoose(candidate.rank)}
            />
          </li>
        ))}
      </ol>
      <SumList searches={sums} />
      <OwnSideList candidates={own} />
      {items.length > 0 && (
        <p className={css.change}>
          <strong>Smallest change of the rules</strong>
          {change ? (
            <>
              {sentence(change.text)}. <span className="muted">{changeWords(change)}</span>{' '}
              <TryChange rules={change.rules} />
            </>
          ) : (
            <span className="muted">None: nothing free comes near enough.</span>
          )}
        </p>
      )}
    </section>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function titleOf({ items }: CandidateList): string {
  if (items.length === 0) return 'No candidate';
  if (items.some(isLikely)) return 'Candidates';
  return items[0]?.taken && items[0].confidence >= NEAR_MIN
    ? 'The likeliest is taken'
    : 'None likely';
}

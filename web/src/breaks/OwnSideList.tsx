import type { OwnCandidate } from '../api/types';
import { ConditionList } from '../compare/ConditionList';
import { Amount } from '../ui/Amount';
import { formatCount, formatDay } from '../ui/format';
import css from './OwnSideList.module.css';

const WORDS: Record<OwnCandidate['kind'], string> = {
  contra: 'Could cancel it',
  twin: 'Could be its twin',
};

/** Entries of the same side that an open one could cancel with, or say once more. */
export function OwnSideList({ candidates }: { readonly candidates: readonly OwnCandidate[] }) {
  if (candidates.length === 0) return null;
  return (
    <section className={css.list} aria-label="On its own side">
      <h3>On its own side</h3>
      <ul>
        {candidates.map((candidate) => (
          <li key={`${candidate.kind} ${candidate.entry.line}`} className={css.one}>
            <One candidate={candidate} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ candidate: { kind, entry, pass, conditions, text } }: { candidate: OwnCandidate }) {
  const value = (name: string) => entry.fields.find(({ field }) => field === name)?.value;
  const date = value('date');
  return (
    <details>
      <summary className={css.head}>
        <span className={css.kind}>{WORDS[kind]}</span>
        <span className={css.name}>{value('reference') || `line ${formatCount(entry.line)}`}</span>
        <span className="muted">{date && formatDay(date)}</span>
        <Amount of={entry.amount} />
      </summary>
      <p className="muted">{text}</p>
      <ConditionList pass={pass ?? 'a twin'} conditions={conditions} />
    </details>
  );
}

import type { PassYield, ProposedPass } from '../api/types';
import { EmptyState } from '../ui/EmptyState';
import { formatCount, formatPercent } from '../ui/format';
import css from './PassList.module.css';
import type { MeasuredYields } from './useYields';

interface PassListProps {
  readonly passes: readonly ProposedPass[];
  readonly measured: MeasuredYields;
  /** A fault keeps the rules from being tried: these are the passes of before. */
  readonly isFaulty: boolean;
}

/** What will be tried, in words, and how many of the entries each pass takes. */
export function PassList({ passes, measured, isFaulty }: PassListProps) {
  if (passes.length === 0) {
    return (
      <EmptyState
        icon="warning"
        title="No pass"
        text={
          isFaulty
            ? 'The rules have a fault, so nothing can be tried. Rules as text says where it is.'
            : 'Nothing is left to match by. Give a field a column on both sides.'
        }
      />
    );
  }
  return (
    <ol className={css.passes} data-faulty={isFaulty || undefined}>
      {passes.map((pass, index) => {
        const found = measured.yields?.passes.find(({ name }) => name === pass.name);
        return (
          <li key={pass.name} className={css.pass}>
            <span className={css.number}>{index + 1}</span>
            <span className={css.text}>
              {pass.text}
              <span className={css.name}>{[pass.name, ...countsOf(found)].join(' · ')}</span>
            </span>
            <Share percent={found?.percent ?? pass.yieldPercent} waits={measured.isMeasuring} />
          </li>
        );
      })}
      {measured.failure === null && !isFaulty && (
        <li className={css.pass}>
          <span />
          <span className={css.rest}>No pass: these entries stay open</span>
          <Share percent={measured.yields?.openPercent ?? null} waits={measured.isMeasuring} open />
        </li>
      )}
    </ol>
  );
}

function countsOf(found: PassYield | undefined): string[] {
  if (!found) return [];
  const { matched, suggested } = found;
  const matches = `${formatCount(matched)} ${matched === 1 ? 'match' : 'matches'}`;
  return suggested === 0 ? [matches] : [matches, `${formatCount(suggested)} suggested`];
}

interface ShareProps {
  readonly percent: string | null;
  readonly waits: boolean;
  readonly open?: boolean;
}

/** A bar and its figure; an empty bar while it is being measured. */
function Share({ percent, waits, open = false }: ShareProps) {
  if (percent === null) {
    return waits ? <span className={css.bar} data-waits aria-hidden="true" /> : null;
  }
  return (
    <>
      <span className={css.bar} aria-hidden="true">
        <span data-open={open || undefined} style={{ inlineSize: `${percent}%` }} />
      </span>
      <span className={css.yield}>{formatPercent(percent)}</span>
    </>
  );
}

import type { ProposedPass } from '../api/types';
import { EmptyState } from '../ui/EmptyState';
import css from './PassList.module.css';

/** What will be tried, in words, and how much of the sample each pass takes. */
export function PassList({ passes }: { readonly passes: readonly ProposedPass[] }) {
  if (passes.length === 0) {
    return (
      <EmptyState
        icon="warning"
        title="No pass"
        text="The two files share no field yet. Give a field a column on both sides."
      />
    );
  }
  return (
    <ol className={css.passes}>
      {passes.map((pass, index) => (
        <li key={pass.name} className={css.pass}>
          <span className={css.number}>{index + 1}</span>
          <span className={css.text}>
            {pass.text}
            <span className={css.name}>{pass.name}</span>
          </span>
          {pass.yieldPercent !== null && (
            <>
              <span className={css.bar} aria-hidden="true">
                <span style={{ inlineSize: `${pass.yieldPercent}%` }} />
              </span>
              <span className={css.yield}>{pass.yieldPercent}%</span>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

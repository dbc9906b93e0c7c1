import { Link } from '@tanstack/react-router';
import type { Run } from '../api/types';
import { formatCount } from '../ui/format';
import { Icon } from '../ui/Icon';
import css from './RunOrder.module.css';

/** What a run carries on, and which one carries on what it left. */
export function RunOrder({ run }: { readonly run: Run }) {
  const { follows, followedBy } = run;
  const to = (runId: string, number: number) => (
    <Link to="/r/$rec/runs/$run" params={{ rec: run.reconciliationId, run: runId }}>
      run #{number}
    </Link>
  );
  if (!follows && !followedBy) return null;
  return (
    <div className={css.order}>
      {follows && (
        <p className={css.note}>
          <Icon name="history" size={14} /> Carries on {carriedWords(follows)} that{' '}
          {to(follows.runId, follows.run)} left open; what that run settled stays there.
        </p>
      )}
      {followedBy && (
        <p className={css.note} data-over="yes">
          <Icon name="arrowRight" size={14} /> {to(followedBy.runId, followedBy.run)} has carried on
          what is open here: work on it there.
        </p>
      )}
    </div>
  );
}

function carriedWords({ left, right }: NonNullable<Run['follows']>): string {
  if (left === null || right === null) return 'what';
  return `${formatCount(left)} left and ${formatCount(right)} right entries`;
}

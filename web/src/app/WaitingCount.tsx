import { useToCheck } from '../compare/useApprovalCounts';
import { formatCount } from '../ui/format';
import css from './Shell.module.css';

/** How many decisions wait for me; nothing when none do. */
export function WaitingCount() {
  const waiting = useToCheck()?.approvals ?? 0;
  if (waiting === 0) return null;
  return (
    <span className={css.count}>
      {formatCount(waiting)}
      <span className="only-read-aloud"> wait for you</span>
    </span>
  );
}

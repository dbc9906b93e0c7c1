import { Link } from '@tanstack/react-router';
import { useToCheck } from '../compare/useApprovalCounts';
import { Amount } from '../ui/Amount';
import { formatCount } from '../ui/format';
import { Icon } from '../ui/Icon';
import css from './HomePage.module.css';

/** What others propose and I may approve; nothing when there is none. */
export function WaitingForMe() {
  const found = useToCheck();
  if (!found || found.approvals === 0) return null;
  const words = found.approvals === 1 ? 'decision waits' : 'decisions wait';
  return (
    <p className={css.waiting}>
      <Icon name="clock" size={14} />
      <Link to="/approvals">
        {formatCount(found.approvals)} {words} for you
      </Link>
      {found.values.map((value) => (
        <Amount key={value.currency} of={value} />
      ))}
    </p>
  );
}

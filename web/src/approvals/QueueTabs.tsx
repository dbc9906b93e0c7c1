import { Link } from '@tanstack/react-router';
import css from '../ui/Tabs.module.css';
import type { QueueName } from './useQueue';

const TABS = [
  ['to-check', 'Waiting for me'],
  ['mine', 'Proposed by me'],
] as const;

/** The two queues. */
export function QueueTabs({ queue }: { readonly queue: QueueName }) {
  return (
    <nav className={css.tabs} aria-label="Queues">
      {TABS.map(([name, label]) => (
        <Link
          key={name}
          to="/approvals"
          search={{ queue: name }}
          className={css.tab}
          aria-current={name === queue ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

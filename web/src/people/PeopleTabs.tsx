import { Link } from '@tanstack/react-router';
import { useMay } from '../api/useSession';
import css from './PeopleTabs.module.css';

/** The three pages about who may come in. */
export function PeopleTabs() {
  const maySeeKeys = useMay('write:keys');
  const active = { className: css.active ?? '' };
  return (
    <nav className={css.tabs} aria-label="Pages about people">
      <Link to="/people" className={css.tab} activeProps={active}>
        People
      </Link>
      <Link to="/roles" className={css.tab} activeProps={active}>
        Roles
      </Link>
      {maySeeKeys && (
        <Link to="/api-keys" className={css.tab} activeProps={active}>
          API keys
        </Link>
      )}
    </nav>
  );
}

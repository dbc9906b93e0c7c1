import { Link } from '@tanstack/react-router';
import { useMay } from '../api/useSession';
import css from '../ui/Tabs.module.css';

/** The three pages about who may come in. */
export function PeopleTabs() {
  const maySeeKeys = useMay('write:keys');
  return (
    <nav className={css.tabs} aria-label="Pages about people">
      <Link to="/people" className={css.tab}>
        People
      </Link>
      <Link to="/roles" className={css.tab}>
        Roles
      </Link>
      {maySeeKeys && (
        <Link to="/api-keys" className={css.tab}>
          API keys
        </Link>
      )}
    </nav>
  );
}

import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useMe } from '../api/useSession';
import { Badge } from '../ui/Badge';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { Keys } from '../ui/Keys';
import { useKeymap } from '../ui/useKeymap';
import { AccountMenu } from './AccountMenu';
import { AwayNotice } from './AwayNotice';
import { placesOf } from './places';
import css from './Shell.module.css';
import { ThemeToggle } from './ThemeToggle';
import { useReset } from './useReset';
import { WaitingCount } from './WaitingCount';

const KeySheet = lazy(() => import('./KeySheet').then((m) => ({ default: m.KeySheet })));
const NewWorkspace = lazy(() =>
  import('./NewWorkspace').then((m) => ({ default: m.NewWorkspace })),
);
const Palette = lazy(() => import('./Palette').then((m) => ({ default: m.Palette })));

type Overlay = 'none' | 'palette' | 'keys' | 'workspace';

/** What changes something; who has none of it only reads. */
const CHANGES = ['upload:files', 'run:reconciliations', 'decide:breaks', 'comment:breaks'];

/** The frame of every page: the bar above, the page below, and what Ctrl+K and ? open. */
export function Shell() {
  const [overlay, setOverlay] = useState<Overlay>('none');
  const navigate = useNavigate();
  useReset();
  const { permissions, workspace, workspaces } = useMe();
  const places = placesOf(permissions);
  const close = () => setOverlay('none');
  const jumps = places.map(({ keys, to }) => [keys, () => void navigate({ to })] as const);
  useKeymap({
    'Ctrl+k': () => setOverlay('palette'),
    '?': () => setOverlay('keys'),
    ...Object.fromEntries(jumps),
  });
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#main">
        Skip to the page
      </a>
      <header className={css.bar}>
        <Link to="/" className={css.home}>
          <img src="/mark.svg" width="22" height="22" alt="" />
          Recon
        </Link>
        {workspaces.length > 1 && <span className={css.workspace}>{workspace.name}</span>}
        <nav className={css.places} aria-label="Places">
          {places
            .filter(({ inBar }) => inBar)
            .map(({ to, label }) => (
              <Link
                key={to}
                to={to}
                className={css.place}
                activeOptions={{ exact: to === '/' }}
                activeProps={{ className: css.here ?? '' }}
              >
                {label}
                {to === '/approvals' && <WaitingCount />}
              </Link>
            ))}
        </nav>
        <div className={css.tools}>
          {!CHANGES.some((each) => permissions.includes(each)) && (
            <Badge>
              <Icon name="eye" size={14} /> Read only
            </Badge>
          )}
          <button type="button" className={css.jump} onClick={() => setOverlay('palette')}>
            <span className={css.wish}>
              <Icon name="search" size={14} />
              <span className={css.words}>Search or jump</span>
            </span>
            <Keys of="Ctrl K" />
          </button>
          <IconButton label="Keys" icon="keyboard" onClick={() => setOverlay('keys')} />
          <ThemeToggle />
          <AccountMenu onNewWorkspace={() => setOverlay('workspace')} />
        </div>
      </header>
      <AwayNotice />
      <main className={css.main} id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Suspense>
        {overlay === 'palette' && <Palette onClose={close} onKeys={() => setOverlay('keys')} />}
        {overlay === 'keys' && <KeySheet onClose={close} />}
        {overlay === 'workspace' && <NewWorkspace onClose={close} />}
      </Suspense>
    </div>
  );
}

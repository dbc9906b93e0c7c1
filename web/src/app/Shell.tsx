import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { Keys } from '../ui/Keys';
import { useKeymap } from '../ui/useKeymap';
import css from './Shell.module.css';
import { ThemeToggle } from './ThemeToggle';

const KeySheet = lazy(() => import('./KeySheet').then((m) => ({ default: m.KeySheet })));
const Palette = lazy(() => import('./Palette').then((m) => ({ default: m.Palette })));

type Overlay = 'none' | 'palette' | 'keys';

/** The frame of every page: the bar above, the page below, and what Ctrl+K and ? open. */
export function Shell() {
  const [overlay, setOverlay] = useState<Overlay>('none');
  const navigate = useNavigate();
  const close = () => setOverlay('none');
  useKeymap({
    'Ctrl+k': () => setOverlay('palette'),
    '?': () => setOverlay('keys'),
    'g h': () => void navigate({ to: '/' }),
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
        <div className={css.tools}>
          <button type="button" className={css.jump} onClick={() => setOverlay('palette')}>
            <span className={css.wish}>
              <Icon name="search" size={14} />
              <span className={css.words}>Search or jump</span>
            </span>
            <Keys of="Ctrl K" />
          </button>
          <IconButton label="Keys" icon="keyboard" onClick={() => setOverlay('keys')} />
          <ThemeToggle />
        </div>
      </header>
      <main className={css.main} id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Suspense>
        {overlay === 'palette' && <Palette onClose={close} onKeys={() => setOverlay('keys')} />}
        {overlay === 'keys' && <KeySheet onClose={close} />}
      </Suspense>
    </div>
  );
}

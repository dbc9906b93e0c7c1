import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { readBreakSearch } from '../breaks/search';
import { readMatchSearch } from '../matches/search';
import { NotFound } from './NotFound';
import { Shell } from './Shell';
import { parseSearch, stringifySearch } from './search';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../home/HomePage'), 'HomePage'),
});

const newReconciliation = createRoute({
  getParentRoute: () => root,
  path: '/new',
  validateSearch: (said): { sample?: 'yes' } => (said.sample === 'yes' ? { sample: 'yes' } : {}),
  component: lazyRouteComponent(() => import('../new/NewPage'), 'NewPage'),
});

const reconciliation = createRoute({
  getParentRoute: () => root,
  path: '/r/$rec',
  component: lazyRouteComponent(
    () => import('../reconciliation/ReconciliationPage'),
    'ReconciliationPage',
  ),
});

const run = createRoute({
  getParentRoute: () => root,
  path: '/r/$rec/runs/$run',
  component: lazyRouteComponent(() => import('../run/RunPage'), 'RunPage'),
});

const breaks = createRoute({
  getParentRoute: () => root,
  path: '/r/$rec/breaks',
  validateSearch: readBreakSearch,
  component: lazyRouteComponent(() => import('../breaks/BreaksPage'), 'BreaksPage'),
});

const matches = createRoute({
  getParentRoute: () => root,
  path: '/r/$rec/matches',
  validateSearch: readMatchSearch,
  component: lazyRouteComponent(() => import('../matches/MatchesPage'), 'MatchesPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([home, newReconciliation, reconciliation, run, breaks, matches]),
  defaultPreload: 'intent',
  parseSearch,
  stringifySearch,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

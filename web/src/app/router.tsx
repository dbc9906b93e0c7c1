import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { loaded } from '../api/reachable';
import { readAuditSearch } from '../audit/search';
import { readBreakSearch } from '../breaks/search';
import { readMatchSearch } from '../matches/search';
import { readRulesSearch } from '../rules/search';
import { NotFound } from './NotFound';
import { PageFailure } from './PageFailure';
import { Root } from './Root';
import { parseSearch, stringifySearch } from './search';

/** A page of its own file, loaded when somebody goes there. */
function page<M extends Record<string, unknown>, N extends keyof M>(
  load: () => Promise<M>,
  name: N,
) {
  return lazyRouteComponent(() => loaded(load), name);
}

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: page(() => import('../home/HomePage'), 'HomePage'),
});

const newReconciliation = createRoute({
  getParentRoute: () => root,
  path: '/new',
  validateSearch: (said): { sample?: 'yes' } => (said.sample === 'yes' ? { sample: 'yes' } : {}),
  component: page(() => import('../new/NewPage'), 'NewPage'),
});

const reconciliation = createRoute({
  getParentRoute: () => root,
  path: '/r/$rec',
  component: page(() => import('../reconciliation/ReconciliationPage'), 'ReconciliationPage'),
});

const run = createRoute({
  getParentRoute: () => root,
  path: '/r/$rec/runs/$run',
  component: page(() => import('../run/RunPage'), 'RunPage'),
});

const breaks = createRoute({
  getParentRoute: () => root,
  path: '/r/$rec/breaks',
  validateSearch: readBreakSearch,
  component: page(() => import('../breaks/BreaksPage'), 'BreaksPage'),
});

const matches = createRoute({
  getParentRoute: () => root,
  path: '/r/$rec/matches',
  validateSearch: readMatchSearch,
  component: page(() => import('../matches/MatchesPage'), 'MatchesPage'),
});

const approvals = createRoute({
  getParentRoute: () => root,
  path: '/approvals',
  validateSearch: (said): { queue?: 'to-check' | 'mine' } =>
    said.queue === 'to-check' || said.queue === 'mine' ? { queue: said.queue } : {},
  component: page(() => import('../approvals/ApprovalsPage'), 'ApprovalsPage'),
});

const rules = createRoute({
  getParentRoute: () => root,
  path: '/r/$rec/rules',
  validateSearch: readRulesSearch,
  component: page(() => import('../rules/RulesPage'), 'RulesPage'),
});

const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  component: page(() => import('../sources/SourcesPage'), 'SourcesPage'),
});

const source = createRoute({
  getParentRoute: () => root,
  path: '/sources/$source',
  component: page(() => import('../sources/SourcePage'), 'SourcePage'),
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: page(() => import('../access/SetUpPage'), 'SetUpPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: page(() => import('../access/InvitationPage'), 'InvitationPage'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: page(() => import('../access/ResetPage'), 'ResetPage'),
});

const signOn = createRoute({
  getParentRoute: () => root,
  path: '/sign-on',
  component: page(() => import('../access/SignOnPage'), 'SignOnPage'),
});

const profile = createRoute({
  getParentRoute: () => root,
  path: '/profile',
  component: page(() => import('../profile/ProfilePage'), 'ProfilePage'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: page(() => import('../people/PeoplePage'), 'PeoplePage'),
});

const roles = createRoute({
  getParentRoute: () => root,
  path: '/roles',
  component: page(() => import('../people/RolesPage'), 'RolesPage'),
});

const apiKeys = createRoute({
  getParentRoute: () => root,
  path: '/api-keys',
  component: page(() => import('../people/ApiKeysPage'), 'ApiKeysPage'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: page(() => import('../audit/AuditPage'), 'AuditPage'),
});

const system = createRoute({
  getParentRoute: () => root,
  path: '/system',
  component: page(() => import('../system/SystemPage'), 'SystemPage'),
});

const work = [
  home,
  newReconciliation,
  reconciliation,
  run,
  breaks,
  matches,
  approvals,
  rules,
  sources,
  source,
];
const doors = [setUp, invitation, reset, signOn];
const trust = [profile, people, roles, apiKeys, audit, system];

export const router = createRouter({
  routeTree: root.addChildren([...work, ...doors, ...trust]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailure,
  parseSearch,
  stringifySearch,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

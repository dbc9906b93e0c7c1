import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { readAuditSearch } from '../audit/search';
import { readBreakSearch } from '../breaks/search';
import { readMatchSearch } from '../matches/search';
import { readRulesSearch } from '../rules/search';
import { NotFound } from './NotFound';
import { Root } from './Root';
import { parseSearch, stringifySearch } from './search';

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

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

const approvals = createRoute({
  getParentRoute: () => root,
  path: '/approvals',
  validateSearch: (said): { queue?: 'to-check' | 'mine' } =>
    said.queue === 'to-check' || said.queue === 'mine' ? { queue: said.queue } : {},
  component: lazyRouteComponent(() => import('../approvals/ApprovalsPage'), 'ApprovalsPage'),
});

const rules = createRoute({
  getParentRoute: () => root,
  path: '/r/$rec/rules',
  validateSearch: readRulesSearch,
  component: lazyRouteComponent(() => import('../rules/RulesPage'), 'RulesPage'),
});

const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  component: lazyRouteComponent(() => import('../sources/SourcesPage'), 'SourcesPage'),
});

const source = createRoute({
  getParentRoute: () => root,
  path: '/sources/$source',
  component: lazyRouteComponent(() => import('../sources/SourcePage'), 'SourcePage'),
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../access/SetUpPage'), 'SetUpPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../access/InvitationPage'), 'InvitationPage'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => import('../access/ResetPage'), 'ResetPage'),
});

const signOn = createRoute({
  getParentRoute: () => root,
  path: '/sign-on',
  component: lazyRouteComponent(() => import('../access/SignOnPage'), 'SignOnPage'),
});

const profile = createRoute({
  getParentRoute: () => root,
  path: '/profile',
  component: lazyRouteComponent(() => import('../profile/ProfilePage'), 'ProfilePage'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('../people/PeoplePage'), 'PeoplePage'),
});

const roles = createRoute({
  getParentRoute: () => root,
  path: '/roles',
  component: lazyRouteComponent(() => import('../people/RolesPage'), 'RolesPage'),
});

const apiKeys = createRoute({
  getParentRoute: () => root,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('../people/ApiKeysPage'), 'ApiKeysPage'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('../audit/AuditPage'), 'AuditPage'),
});

const system = createRoute({
  getParentRoute: () => root,
  path: '/system',
  component: lazyRouteComponent(() => import('../system/SystemPage'), 'SystemPage'),
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
  parseSearch,
  stringifySearch,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute, rootRoute } from '@/app/rootRoute';

/** Where to go on after signing in: a path of this site, never another's address. */
function nextPath(search: Record<string, unknown>): { next?: string } {
  const { next } = search;
  const ours = typeof next === 'string' && /^\/(?![/\\])/.test(next);
  return ours ? { next } : {};
}

/** Without a session, or without a district. */
export const identityRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: 'sign-in',
    validateSearch: nextPath,
    component: lazyRouteComponent(() => import('./SignInPage'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: 'setup',
    component: lazyRouteComponent(() => import('./SetupPage'), 'SetupPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: 'welcome/$token',
    component: lazyRouteComponent(() => import('./WelcomePage'), 'WelcomePage'),
  }),
] as const;

export const accountRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'account',
    component: lazyRouteComponent(() => import('./AccountPage'), 'AccountPage'),
  }),
] as const;

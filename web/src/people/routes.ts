import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

/** What is looked for is in the address, so that a list can be sent to someone. */
function filterOf(search: Record<string, unknown>): { q?: string; school?: string } {
  const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
  const q = text(search.q)?.slice(0, 200);
  const school = text(search.school);
  return { ...(q ? { q } : {}), ...(school ? { school } : {}) };
}

export const peopleRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'people',
    validateSearch: filterOf,
    component: lazyRouteComponent(() => import('./PeoplePage'), 'PeoplePage'),
  }),
] as const;

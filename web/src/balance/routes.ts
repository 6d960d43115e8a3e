import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

type Search = Record<string, unknown>;

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A version in the address: the number of a submission, or 'now'. */
const version = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : word(value);

export const balanceRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'rounds',
    component: lazyRouteComponent(() => import('./RoundsPage'), 'RoundsPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'rounds/$round',
    validateSearch: (search: Search): { function?: string; school?: string } => ({
      function: word(search.function),
      school: word(search.school),
    }),
    component: lazyRouteComponent(() => import('./RoundPage'), 'RoundPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'templates/$template',
    component: lazyRouteComponent(() => import('./TemplatePage'), 'TemplatePage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'templates/$template/versions',
    validateSearch: (search: Search): { show?: string; against?: string } => ({
      show: version(search.show),
      against: version(search.against),
    }),
    component: lazyRouteComponent(() => import('./VersionsPage'), 'VersionsPage'),
  }),
] as const;

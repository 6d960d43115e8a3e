import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';
import type { ImportKind } from './rules';

export const exchangeRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'import',
    validateSearch: (search: Record<string, unknown>): { kind?: ImportKind } =>
      search.kind === 'people' || search.kind === 'schools' ? { kind: search.kind } : {},
    component: lazyRouteComponent(() => import('./ImportPage'), 'ImportPage'),
  }),
] as const;

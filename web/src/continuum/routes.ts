import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

export const continuumRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'continuum',
    component: lazyRouteComponent(() => import('./ContinuumPage'), 'ContinuumPage'),
  }),
] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

export const balanceRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'rounds',
    component: lazyRouteComponent(() => import('./RoundsPage'), 'RoundsPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'rounds/$round',
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
    component: lazyRouteComponent(() => import('./VersionsPage'), 'VersionsPage'),
  }),
] as const;

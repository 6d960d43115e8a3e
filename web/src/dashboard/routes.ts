import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';
import { filterSearch } from './rules';

export const dashboardRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'dashboard',
    validateSearch: filterSearch,
    component: lazyRouteComponent(() => import('./DashboardPage'), 'DashboardPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'districts',
    component: lazyRouteComponent(() => import('./RollupPage'), 'RollupPage'),
  }),
] as const;

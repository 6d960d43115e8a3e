import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';
import { filtersFrom } from './filters';

export const actionRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'actions',
    validateSearch: filtersFrom,
    component: lazyRouteComponent(() => import('./ActionsPage'), 'ActionsPage'),
  }),
] as const;

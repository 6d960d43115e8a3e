import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';
import { filtersFrom } from './queries';

export const agreementRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'commitments',
    validateSearch: filtersFrom,
    component: lazyRouteComponent(() => import('./CommitmentsPage'), 'CommitmentsPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'decisions',
    validateSearch: filtersFrom,
    component: lazyRouteComponent(() => import('./DecisionsPage'), 'DecisionsPage'),
  }),
] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';
import { filtersFrom } from './queries';

export const barrierRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'barriers',
    validateSearch: filtersFrom,
    component: lazyRouteComponent(() => import('./BarriersPage'), 'BarriersPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'barriers/$barrier',
    component: lazyRouteComponent(() => import('./BarrierPage'), 'BarrierPage'),
  }),
] as const;

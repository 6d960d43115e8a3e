import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

export const strategyRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'library',
    component: lazyRouteComponent(() => import('./LibraryPage'), 'LibraryPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'initiatives',
    component: lazyRouteComponent(() => import('./InitiativesPage'), 'InitiativesPage'),
  }),
] as const;

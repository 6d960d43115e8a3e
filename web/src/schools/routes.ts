import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

export const schoolsRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'schools',
    component: lazyRouteComponent(() => import('./SchoolsPage'), 'SchoolsPage'),
  }),
] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

export const reportRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'documents',
    component: lazyRouteComponent(() => import('./DocumentsPage'), 'DocumentsPage'),
  }),
] as const;

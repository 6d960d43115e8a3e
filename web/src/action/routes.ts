import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

export const actionRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'actions',
    component: lazyRouteComponent(() => import('./ActionsPage'), 'ActionsPage'),
  }),
] as const;

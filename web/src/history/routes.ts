import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

export const historyRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'history',
    component: lazyRouteComponent(() => import('./HistoryPage'), 'HistoryPage'),
  }),
] as const;

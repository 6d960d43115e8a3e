import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';
import { historySearch } from './rules/filter';

export const historyRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'history',
    validateSearch: historySearch,
    component: lazyRouteComponent(() => import('./HistoryPage'), 'HistoryPage'),
  }),
] as const;

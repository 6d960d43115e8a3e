import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

export const exchangeRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'import',
    component: lazyRouteComponent(() => import('./ImportPage'), 'ImportPage'),
  }),
] as const;

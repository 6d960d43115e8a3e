import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

export const signalsRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'signals',
    component: lazyRouteComponent(() => import('./SignalsPage'), 'SignalsPage'),
  }),
] as const;

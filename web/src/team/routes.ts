import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

export const teamRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'teams',
    component: lazyRouteComponent(() => import('./TeamsPage'), 'TeamsPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'teams/$team',
    component: lazyRouteComponent(() => import('./TeamPage'), 'TeamPage'),
  }),
] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

export const peopleRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'people',
    component: lazyRouteComponent(() => import('./PeoplePage'), 'PeoplePage'),
  }),
] as const;

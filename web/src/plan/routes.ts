import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

export const planRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'plan',
    component: lazyRouteComponent(() => import('./PlanPage'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'plan/schools/$school',
    component: lazyRouteComponent(() => import('./SchoolPlanPage'), 'SchoolPlanPage'),
  }),
] as const;

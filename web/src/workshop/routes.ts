import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';
import { type PlanTab, tabs } from './tabs';

export const workshopRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'workshops',
    component: lazyRouteComponent(() => import('./WorkshopsPage'), 'WorkshopsPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'workshops/$workshop',
    validateSearch: (search: Record<string, unknown>): { tab?: PlanTab | undefined } => ({
      tab: tabs.find((tab) => tab === search.tab),
    }),
    component: lazyRouteComponent(() => import('./WorkshopPage'), 'WorkshopPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'workshops/$workshop/lead',
    component: lazyRouteComponent(() => import('./LeadPage'), 'LeadPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'workshops/$workshop/minutes',
    component: lazyRouteComponent(() => import('./MinutesPage'), 'MinutesPage'),
  }),
] as const;

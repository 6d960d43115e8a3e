import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

/** Whose needs are shown: a school's id, or `district`. */
export interface NeedsSearch {
  of?: string;
}

export const needRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'needs',
    validateSearch: ({ of }: Record<string, unknown>): NeedsSearch =>
      of ? { of: String(of) } : {},
    component: lazyRouteComponent(() => import('./NeedsPage'), 'NeedsPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'needs/gathered',
    component: lazyRouteComponent(() => import('./GatheredPage'), 'GatheredPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'needs/reports/$report',
    component: lazyRouteComponent(() => import('./ReportPage'), 'ReportPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'needs/data/$set',
    component: lazyRouteComponent(() => import('./DataSetPage'), 'DataSetPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'needs/$need',
    component: lazyRouteComponent(() => import('./NeedPage'), 'NeedPage'),
  }),
] as const;

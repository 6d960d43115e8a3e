import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';
import { moneySearch } from './search';

export const fundRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'money/lines/$line',
    component: lazyRouteComponent(() => import('./LinePage'), 'LinePage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'money/equity',
    validateSearch: moneySearch,
    component: lazyRouteComponent(() => import('./EquityPage'), 'EquityPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'money/what-if',
    validateSearch: moneySearch,
    component: lazyRouteComponent(() => import('./WhatIfPage'), 'WhatIfPage'),
  }),
] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

export interface MoneySearch {
  year?: string;
  source?: string;
  amounts?: 'used';
}

/** What one looks at is in the address, so that it can be sent to somebody. */
export function moneySearch({ year, source, amounts }: Record<string, unknown>): MoneySearch {
  return {
    ...(typeof year === 'string' && /^20\d\d-\d\d$/.test(year) ? { year } : {}),
    ...(source ? { source: String(source) } : {}),
    ...(amounts === 'used' ? { amounts } : {}),
  };
}

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

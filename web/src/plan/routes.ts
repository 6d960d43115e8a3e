import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';
import { moneySearch } from '@/fund/search';
import type { PlanFilter } from './rules/filter';

/** The filter is in the address, so that what one sees can be sent to somebody. */
export function filterSearch(search: Record<string, unknown>): PlanFilter {
  const { school, owner } = search;
  return {
    ...(school ? { school: String(school) } : {}),
    ...(owner ? { owner: String(owner) } : {}),
  };
}

export const planRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'plan',
    validateSearch: filterSearch,
    component: lazyRouteComponent(() => import('./PlanPage'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'plan/goals/$goal',
    validateSearch: filterSearch,
    component: lazyRouteComponent(() => import('./GoalPage'), 'GoalPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'plan/timeline',
    validateSearch: filterSearch,
    component: lazyRouteComponent(() => import('./TimelinePage'), 'TimelinePage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'plan/groups',
    component: lazyRouteComponent(() => import('./GroupsPage'), 'GroupsPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'money',
    validateSearch: moneySearch,
    component: lazyRouteComponent(() => import('./MoneyPage'), 'MoneyPage'),
  }),
  // Where the page of money was: addresses that somebody kept still lead there.
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'plan/money',
    validateSearch: moneySearch,
    beforeLoad: ({ params, search }) => {
      throw redirect({ to: '/d/$district/money', params, search, replace: true });
    },
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'plan/schools/$school',
    component: lazyRouteComponent(() => import('./SchoolPlanPage'), 'SchoolPlanPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'plan/schools/$school/goals/$goal',
    component: lazyRouteComponent(() => import('./SchoolGoalPage'), 'SchoolGoalPage'),
  }),
] as const;

import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';

type Search = Record<string, unknown>;

/** What is looked at is in the address, so that it can be sent to somebody. */
const year = ({ year: asked }: Search): { year?: string } =>
  typeof asked === 'string' && /^\d{4}-\d\d$/.test(asked) ? { year: asked } : {};

const school = ({ school: asked }: Search): { school?: string } =>
  typeof asked === 'string' && asked ? { school: asked } : {};

export const monitorRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'monitoring',
    validateSearch: year,
    component: lazyRouteComponent(() => import('./CyclesPage'), 'CyclesPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'monitoring/reports/$report',
    component: lazyRouteComponent(() => import('./ReportPage'), 'ReportPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'monitoring/results',
    component: lazyRouteComponent(() => import('./ResultsPage'), 'ResultsPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'monitoring/results/$measure',
    validateSearch: school,
    component: lazyRouteComponent(() => import('./MeasurePage'), 'MeasurePage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'monitoring/adjustments',
    component: lazyRouteComponent(() => import('./AdjustmentsPage'), 'AdjustmentsPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'monitoring/learning',
    validateSearch: school,
    component: lazyRouteComponent(() => import('./LearningPage'), 'LearningPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'monitoring/evaluation',
    validateSearch: year,
    component: lazyRouteComponent(() => import('./EvaluationPage'), 'EvaluationPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'monitoring/rollover',
    validateSearch: year,
    component: lazyRouteComponent(() => import('./RolloverPage'), 'RolloverPage'),
  }),
] as const;

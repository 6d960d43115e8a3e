import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { districtRoute } from '@/app/rootRoute';
import { filtersFrom } from './queries';

export const communicationRoutes = [
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'communication',
    validateSearch: filtersFrom,
    component: lazyRouteComponent(() => import('./CommunicationPage'), 'CommunicationPage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'communication/$communication',
    component: lazyRouteComponent(() => import('./OnePage'), 'OnePage'),
  }),
  createRoute({
    getParentRoute: () => districtRoute,
    path: 'calendars',
    component: lazyRouteComponent(() => import('./CalendarsPage'), 'CalendarsPage'),
  }),
] as const;

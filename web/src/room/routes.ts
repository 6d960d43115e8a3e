import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { queryClient } from '@/api/queryClient';
import { rootRoute } from '@/app/rootRoute';
import { sessionQuery } from '@/identity/session';

/** Outside of a district's shell: the way in for phones, and the screen for the room. */
export const roomRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: 'join',
    component: lazyRouteComponent(() => import('./join/JoinPage'), 'JoinPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: 'join/$code',
    component: lazyRouteComponent(() => import('./join/RoomDoorPage'), 'RoomDoorPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: 'screen/$district/$workshop',
    beforeLoad: async ({ location }) => {
      const session = await queryClient.ensureQueryData(sessionQuery);
      if (!session) throw redirect({ to: '/sign-in', search: { next: location.href } });
    },
    component: lazyRouteComponent(() => import('./projector/ScreenPage'), 'ScreenPage'),
  }),
] as const;

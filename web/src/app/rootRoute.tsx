import {
  createRootRoute,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { queryClient } from '@/api/queryClient';
import { sessionQuery } from '@/identity/session';
import { schoolsQuery } from '@/schools/queries';
import { ErrorPage } from './ErrorPage';
import { NotFoundAlone } from './NotFound';
import { Shell } from './Shell';

export const rootRoute = createRootRoute({
  component: Outlet,
  errorComponent: ErrorPage,
  notFoundComponent: NotFoundAlone,
});

/** Asks for a session first; a page that needs one comes back here after signing in. */
async function requireSession(href: string) {
  const session = await queryClient.ensureQueryData(sessionQuery);
  if (!session) throw redirect({ to: '/sign-in', search: { next: href } });
  return session;
}

/** `/d/$district`: everything inside a district is a child of this, and wears the shell. */
export const districtRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'd/$district',
  beforeLoad: async ({ location, params: { district } }) => {
    const session = await requireSession(location.href);
    // Nearly every page names schools: asked for at once, so that names do not come late.
    if (session.districts.some(({ id }) => id === district)) {
      void queryClient.prefetchQuery(schoolsQuery(district));
    }
  },
  component: Shell,
});

/** `/`: to the first district's home; who has none is told whom to ask. */
export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ location }) => {
    const [first] = (await requireSession(location.href)).districts;
    if (first) throw redirect({ to: '/d/$district', params: { district: first.id } });
  },
  component: lazyRouteComponent(() => import('@/identity/NoDistrictPage'), 'NoDistrictPage'),
});

import { createRouter } from '@tanstack/react-router';
import { actionRoutes } from '@/action/routes';
import { agreementRoutes } from '@/agreement/routes';
import { balanceRoutes } from '@/balance/routes';
import { barrierRoutes } from '@/barrier/routes';
import { communicationRoutes } from '@/communication/routes';
import { continuumRoutes } from '@/continuum/routes';
import { dashboardRoutes } from '@/dashboard/routes';
import { exchangeRoutes } from '@/exchange/routes';
import { fundRoutes } from '@/fund/routes';
import { historyRoutes } from '@/history/routes';
import { homeRoutes } from '@/home/routes';
import { accountRoutes, identityRoutes } from '@/identity/routes';
import { monitorRoutes } from '@/monitor/routes';
import { needRoutes } from '@/need/routes';
import { peopleRoutes } from '@/people/routes';
import { planRoutes } from '@/plan/routes';
import { reportRoutes } from '@/report/routes';
import { roomRoutes } from '@/room/routes';
import { schoolsRoutes } from '@/schools/routes';
import { signalsRoutes } from '@/signals/routes';
import { strategyRoutes } from '@/strategy/routes';
import { teamRoutes } from '@/team/routes';
import { workshopRoutes } from '@/workshop/routes';
import { ErrorPage } from './ErrorPage';
import { NotFound } from './NotFound';
import { districtRoute, rootRoute, startRoute } from './rootRoute';
import { Loading } from './ui/Loading';

const routeTree = rootRoute.addChildren([
  startRoute,
  ...identityRoutes,
  ...roomRoutes,
  districtRoute.addChildren([
    ...homeRoutes,
    ...needRoutes,
    ...workshopRoutes,
    ...continuumRoutes,
    ...planRoutes,
    ...strategyRoutes,
    ...fundRoutes,
    ...monitorRoutes,
    ...balanceRoutes,
    ...actionRoutes,
    ...barrierRoutes,
    ...communicationRoutes,
    ...agreementRoutes,
    ...teamRoutes,
    ...schoolsRoutes,
    ...peopleRoutes,
    ...exchangeRoutes,
    ...historyRoutes,
    ...dashboardRoutes,
    ...signalsRoutes,
    ...reportRoutes,
    ...accountRoutes,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: () => <Loading page />,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

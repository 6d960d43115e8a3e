import { queryOptions } from '@tanstack/react-query';
import { api, body, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';

export type Dashboard = Schema<'Dashboard'>;
export type Cell = Schema<'DashboardCell'>;
export type GoalRow = Schema<'DashboardGoal'>;
export type SchoolRow = Schema<'DashboardSchool'>;
export type Tally = Schema<'Tally'>;
export type Course = Schema<'Course'>;
export type Place = Schema<'Together'>;
export type Rollup = Schema<'Rollup'>;

/** What of the district is looked at; kept in the address. */
export interface Filter {
  year?: string | undefined;
  goal?: string | undefined;
  group?: string | undefined;
}

export const dashboardQuery = (district: string, { year, goal, group }: Filter) =>
  queryOptions({
    queryKey: keyOf(district, 'dashboard', year, goal, group),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/dashboard', {
          params: {
            path: { district },
            query: { ...(year && { year }), ...(goal && { goal }), ...(group && { group }) },
          },
        }),
      ),
    // Changing a filter keeps what is on screen until the answer is there.
    placeholderData: (before) => before,
  });

export const rollupQuery = queryOptions({
  queryKey: ['rollup'] as const,
  queryFn: () => body(api.GET('/rollup')),
});

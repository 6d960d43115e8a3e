import type { Plan, PlanGoal, PlanStrategy } from '@/plan/queries';
import type { AdjustmentFields } from '../queries';

export const kinds = [
  'note',
  'end_target',
  'activity_due',
  'activity_drop',
  'new_activity',
  'stop_strategy',
] as const satisfies readonly AdjustmentFields['kind'][];

export interface Found {
  goal: PlanGoal;
  strategy: PlanStrategy;
}

export function strategyIn(plan: Plan | undefined, id: string | null): Found | undefined {
  for (const goal of plan?.goals ?? []) {
    const strategy = goal.strategies.find((one) => one.id === id);
    if (strategy) return { goal, strategy };
  }
  return undefined;
}

/** Strategies that go on, of goals that apply to the school (all for the district). */
export function strategiesFor(plan: Plan | undefined, school: string | null): Found[] {
  return (plan?.goals ?? [])
    .filter(({ status }) => status !== 'archived')
    .filter(({ all_schools, schools }) => !school || all_schools || schools.includes(school))
    .flatMap((goal) =>
      goal.strategies
        .filter(({ stopped_on }) => !stopped_on)
        .map((strategy) => ({ goal, strategy })),
    );
}

/** Not done, and of this school (or the district). */
export function openActivities({ strategy }: Found, school: string | null) {
  return strategy.activities.filter(
    ({ status, school_id }) =>
      (status === 'not_started' || status === 'in_progress') && (school_id ?? null) === school,
  );
}

import type { Activity, FundingLine, PlanGoal, PlanMeasure, PlanStrategy } from '../queries';

/** Where every record of the plan is, by id. */
export interface PlanIndex {
  goals: Map<string, PlanGoal>;
  measures: Map<string, PlanMeasure>;
  strategies: Map<string, PlanStrategy>;
  activities: Map<string, Activity>;
  lines: Map<string, FundingLine>;
}

export function indexOf(goals: readonly PlanGoal[]): PlanIndex {
  const index: PlanIndex = {
    goals: new Map(),
    measures: new Map(),
    strategies: new Map(),
    activities: new Map(),
    lines: new Map(),
  };
  for (const goal of goals) {
    index.goals.set(goal.id, goal);
    for (const measure of goal.measures) index.measures.set(measure.id, measure);
    for (const strategy of goal.strategies) {
      index.strategies.set(strategy.id, strategy);
      for (const activity of strategy.activities) index.activities.set(activity.id, activity);
      for (const line of strategy.funding) index.lines.set(line.id, line);
    }
  }
  return index;
}

/** What goes along when a record is removed. */
export interface Along {
  measures: number;
  targets: number;
  strategies: number;
  activities: number;
  lines: number;
}

export function belowStrategies(strategies: readonly PlanStrategy[]): Along {
  return {
    measures: 0,
    targets: 0,
    strategies: strategies.length,
    activities: strategies.reduce((sum, { activities }) => sum + activities.length, 0),
    lines: strategies.reduce((sum, { funding }) => sum + funding.length, 0),
  };
}

export function belowGoal(goal: PlanGoal): Along {
  return {
    ...belowStrategies(goal.strategies),
    measures: goal.measures.length,
    targets: goal.measures.reduce(
      (sum, { targets, group_targets }) => sum + targets.length + group_targets.length,
      0,
    ),
  };
}

// Parts of a plan that several tests start from.
import type { Client } from './client';
import type { Schemas } from './contract';
import {
  activityFields,
  fundingFields,
  goalFields,
  measureFields,
  sourceFields,
  strategyFields,
} from './fields';

export interface Branch {
  goal: Schemas['Goal'];
  measure: Schemas['Measure'];
  strategy: Schemas['Strategy'];
  activity: Schemas['Activity'];
  source: Schemas['FundingSource'];
  line: Schemas['FundingLine'];
}

/** A goal with a measure, a strategy, a district-level activity and a funding line. */
export async function growBranch(
  client: Client,
  goalChanges: Partial<Schemas['GoalFields']> = {},
): Promise<Branch> {
  const goal = await client.ok('createGoal', { body: goalFields(goalChanges) });
  const measure = await client.ok('createMeasure', {
    path: { goal: goal.id },
    body: measureFields(),
  });
  const strategy = await client.ok('createStrategy', {
    path: { goal: goal.id },
    body: strategyFields(),
  });
  const activity = await client.ok('createActivity', {
    path: { strategy: strategy.id },
    body: activityFields(),
  });
  const source = await client.ok('createFundingSource', { body: sourceFields() });
  const line = await client.ok('createFundingLine', {
    path: { strategy: strategy.id },
    body: fundingFields({ source_id: source.id }),
  });
  return { goal, measure, strategy, activity, source, line };
}

export function goalIn(
  plan: Schemas['Plan'] | Schemas['SchoolPlan'],
  id: string,
): Schemas['PlanGoal'] {
  const goal = plan.goals.find((one) => one.id === id);
  if (!goal) throw new Error(`the plan has no goal ${id}`);
  return goal;
}

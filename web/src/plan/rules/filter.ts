import type { Activity, PlanGoal, PlanStrategy } from '../queries';

export interface PlanFilter {
  /** What matters to this school: goals that apply there, the district's activities and its own. */
  school?: string | undefined;
  /** What this person (`ownerKey`) answers for. */
  owner?: string | undefined;
}

interface Owned {
  owner_id?: string | null;
  owner_name: string;
}

/** A person by id, somebody without an account by name. '' when nobody owns it. */
export function ownerKey({ owner_id, owner_name }: Owned): string {
  return owner_id ?? owner_name.trim();
}

export const isFiltered = ({ school, owner }: PlanFilter) => !!school || !!owner;

export function appliesTo(goal: PlanGoal, school: string): boolean {
  return goal.all_schools || goal.schools.includes(school);
}

/** The plan seen through a filter; goals and strategies with nothing left are not there. */
export function filtered(goals: readonly PlanGoal[], filter: PlanFilter): PlanGoal[] {
  const { school, owner } = filter;
  if (!isFiltered(filter)) return goals as PlanGoal[];
  return goals
    .filter((goal) => !school || appliesTo(goal, school))
    .map((goal) => (school ? atSchool(goal, school) : goal))
    .map((goal) => (owner ? ownedBy(goal, owner) : goal))
    .filter((goal) => goal !== null);
}

function atSchool(goal: PlanGoal, school: string): PlanGoal {
  const here = ({ school_id }: { school_id?: string | null }) => !school_id || school_id === school;
  return {
    ...goal,
    reasons: goal.reasons.filter(here),
    measures: goal.measures.map((measure) => ({
      ...measure,
      targets: measure.targets.filter(here),
      group_targets: measure.group_targets.filter(here),
    })),
    strategies: goal.strategies.map((strategy) => ({
      ...strategy,
      activities: strategy.activities.filter(here),
      funding: strategy.funding.filter(here),
    })),
  };
}

/** Who owns a goal or a strategy answers for all below it. */
function ownedBy(goal: PlanGoal, owner: string): PlanGoal | null {
  if (ownerKey(goal) === owner) return goal;
  const strategies = goal.strategies.flatMap((strategy): PlanStrategy[] => {
    if (ownerKey(strategy) === owner) return [strategy];
    const activities = strategy.activities.filter((a) => ownerKey(a) === owner);
    return activities.length > 0 ? [{ ...strategy, activities }] : [];
  });
  return strategies.length > 0 ? { ...goal, strategies } : null;
}

export function activitiesOf(goal: PlanGoal): Activity[] {
  return goal.strategies.flatMap(({ activities }) => activities);
}

function* owned(goals: readonly PlanGoal[]): Generator<Owned> {
  for (const goal of goals) {
    yield goal;
    for (const strategy of goal.strategies) {
      yield strategy;
      yield* strategy.activities;
    }
  }
}

/** Everyone who owns something, by key, with the name to show. */
export function ownersOf(
  goals: readonly PlanGoal[],
  nameOf: (item: Owned) => string,
): Map<string, string> {
  const owners = new Map<string, string>();
  for (const item of owned(goals)) {
    const key = ownerKey(item);
    if (key && !owners.get(key)) owners.set(key, nameOf(item));
  }
  return owners;
}

/** Whether some owner is known by id only. */
export function namelessOwners(goals: readonly PlanGoal[]): boolean {
  for (const { owner_id, owner_name } of owned(goals)) {
    if (owner_id && !owner_name.trim()) return true;
  }
  return false;
}

import type { Activity, PlanGoal } from '../queries';
import { inOrder } from './order';

/** A day counted from 1970, so that days can be subtracted. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

export const dayOf = (number: number): string =>
  new Date(number * 86_400_000).toISOString().slice(0, 10);

export interface TimelineRow {
  activity: Activity;
  goal: PlanGoal;
  strategy: string;
}

export interface TimelineGroup {
  key: string;
  title: string;
  rows: TimelineRow[];
}

export type GroupBy = 'goal' | 'school';

/** When it begins and ends, as far as that is known: one date alone is a day. */
export function spanOf({ starts_on, due_on }: Pick<Activity, 'starts_on' | 'due_on'>) {
  const from = starts_on ?? due_on;
  const to = due_on ?? starts_on;
  return from && to ? { from, to } : null;
}

/** First what begins first; what has no date comes last; then by name, so that nothing jumps. */
function byDate(a: TimelineRow, b: TimelineRow): number {
  const first = spanOf(a.activity);
  const second = spanOf(b.activity);
  if (!first || !second) return first ? -1 : second ? 1 : byName(a, b);
  return first.from.localeCompare(second.from) || first.to.localeCompare(second.to) || byName(a, b);
}

const byName = (a: TimelineRow, b: TimelineRow) =>
  a.activity.title.localeCompare(b.activity.title) || a.activity.id.localeCompare(b.activity.id);

/** Every activity once, below its goal or below whose it is; groups without any are left out. */
export function timeline(
  goals: readonly PlanGoal[],
  by: GroupBy,
  nameOf: (school: string | null) => string,
): TimelineGroup[] {
  const rows = inOrder(goals).flatMap((goal) =>
    inOrder(goal.strategies).flatMap(({ title, activities }) =>
      activities.map((activity): TimelineRow => ({ activity, goal, strategy: title })),
    ),
  );
  const groups = new Map<string, TimelineGroup>();
  for (const row of rows) {
    const school = row.activity.school_id ?? null;
    const key = by === 'goal' ? row.goal.id : (school ?? '');
    const group = groups.get(key) ?? {
      key,
      title: by === 'goal' ? row.goal.title : nameOf(school),
      rows: [],
    };
    group.rows.push(row);
    groups.set(key, group);
  }
  const list = [...groups.values()];
  for (const group of list) group.rows.sort(byDate);
  if (by === 'goal') return list;
  // The district first.
  return list.sort((a, b) =>
    a.key === '' ? -1 : b.key === '' ? 1 : a.title.localeCompare(b.title),
  );
}

export interface Scale {
  first: number;
  days: number;
}

/** From the first of the month in which the first begins to the end of that of the last. */
export function scaleOf(groups: readonly TimelineGroup[]): Scale | null {
  let from = '';
  let to = '';
  for (const { rows } of groups) {
    for (const { activity } of rows) {
      const span = spanOf(activity);
      if (!span) continue;
      if (!from || span.from < from) from = span.from;
      if (!to || span.to > to) to = span.to;
    }
  }
  if (!from) return null;
  const first = dayNumber(`${from.slice(0, 7)}-01`);
  const last = new Date(`${to.slice(0, 7)}-01T00:00:00Z`);
  last.setUTCMonth(last.getUTCMonth() + 1);
  return { first, days: last.getTime() / 86_400_000 - first };
}

/** Where a day begins, in percent of the scale. */
export const placeOf = ({ first, days }: Scale, day: string): number =>
  ((dayNumber(day) - first) / days) * 100;

/** The first days of the months to write at the top: not more than fit. */
export function ticksOf({ first, days }: Scale, most = 14): string[] {
  const months: string[] = [];
  const date = new Date(first * 86_400_000);
  while (date.getTime() / 86_400_000 < first + days) {
    months.push(date.toISOString().slice(0, 10));
    date.setUTCMonth(date.getUTCMonth() + 1);
  }
  const step = [1, 2, 3, 6, 12, 24, 60].find((n) => months.length / n <= most) ?? 120;
  return months.filter((_, i) => i % step === 0);
}

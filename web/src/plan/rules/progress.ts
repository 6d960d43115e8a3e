import type { Activity } from '../queries';

/** How far a set of activities is. What was dropped no longer counts as work to be done. */
export interface Progress {
  total: number;
  done: number;
  in_progress: number;
  not_started: number;
  dropped: number;
  overdue: number;
}

export const noProgress: Progress = {
  total: 0,
  done: 0,
  in_progress: 0,
  not_started: 0,
  dropped: 0,
  overdue: 0,
};

type Dated = Pick<Activity, 'status' | 'due_on'>;

export function isOverdue({ status, due_on }: Dated, today: string): boolean {
  return !!due_on && due_on < today && (status === 'not_started' || status === 'in_progress');
}

export function progressOf(activities: Iterable<Dated>, today: string): Progress {
  const sum = { ...noProgress };
  for (const activity of activities) {
    sum[activity.status] += 1;
    if (activity.status !== 'dropped') sum.total += 1;
    if (isOverdue(activity, today)) sum.overdue += 1;
  }
  return sum;
}

export function together(parts: Progress[]): Progress {
  const sum = { ...noProgress };
  for (const part of parts) {
    for (const key of Object.keys(sum) as (keyof Progress)[]) sum[key] += part[key];
  }
  return sum;
}

import type { Communication } from './queries';

/** The day that counts now: what has come and is not done, or else what comes next. */
export const dayOf = ({ due_on, next_on }: Pick<Communication, 'due_on' | 'next_on'>) =>
  due_on ?? next_on ?? null;

/** What is due first, then what comes soonest; what is over comes last. */
export function inOrder<Row extends Pick<Communication, 'due_on' | 'next_on' | 'title'>>(
  rows: readonly Row[],
): Row[] {
  const key = (row: Row) => `${row.due_on ? 0 : row.next_on ? 1 : 2}${dayOf(row) ?? ''}`;
  return [...rows].sort((a, b) => key(a).localeCompare(key(b)) || a.title.localeCompare(b.title));
}

import type { Schema } from '@/api/client';

export type ActionItem = Schema<'ActionItem'>;
export type ActionStatus = Schema<'ActionStatus'>;

export const statuses = ['open', 'doing', 'done', 'dropped'] as const satisfies ActionStatus[];
const dues = ['overdue', 'soon'] as const;
export type Due = (typeof dues)[number];

/** What the address of the board says. */
export interface Filters {
  /** A school's id, or 'district' for those of no school. */
  school?: string | undefined;
  /** 'me': only one's own. */
  owner?: 'me' | undefined;
  due?: Due | undefined;
  status?: ActionStatus | undefined;
  q?: string | undefined;
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** Whatever stands in the address, what comes out are filters. */
export function filtersFrom(search: Record<string, unknown>): Filters {
  return {
    school: word(search.school),
    owner: search.owner === 'me' ? 'me' : undefined,
    due: dues.find((due) => due === search.due),
    status: statuses.find((status) => status === search.status),
    q: word(search.q)?.slice(0, 200),
  };
}

/** A day later or earlier, as the contract writes days. */
export function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The columns that the filters leave: what is done or dropped is never late. */
export function columnsOf({ status, due }: Filters): ActionStatus[] {
  if (status) return [status];
  return due ? ['open', 'doing'] : ['open', 'doing', 'done'];
}

/** The filters as the server takes them. Its `due_before` leaves out the day itself. */
export function queryOf(filters: Filters, me: string, today: string) {
  const before = { overdue: today, soon: plusDays(today, 31) };
  return {
    ...(filters.school ? { school_id: filters.school } : {}),
    ...(filters.owner === 'me' ? { owner_id: me } : {}),
    ...(filters.due ? { due_before: before[filters.due] } : {}),
    ...(filters.q ? { q: filters.q } : {}),
  };
}

export const isFiltered = (filters: Filters) =>
  Object.values(filters).some((value) => value !== undefined);

/** Still to be done, and its day has passed. */
export const isOverdue = ({ due_on, status }: ActionItem, today: string) =>
  !!due_on && due_on < today && (status === 'open' || status === 'doing');

import type { Schema } from '@/api/client';

export type Continuum = Schema<'Continuum'>;
export type Session = Schema<'ContinuumSession'>;
export type Point = Schema<'ContinuumPoint'>;

/** Place of a level, counted from 1 on the left; null for none. */
export function placeOf(continuum: Continuum, level: string): number | null {
  const at = continuum.levels.findIndex(({ id }) => id === level);
  return at < 0 ? null : at + 1;
}

/** Where a session puts a row: what the room agreed on, else the middle of its ratings. */
export const standing = (continuum: Continuum, point: Point): number | null =>
  placeOf(continuum, point.consensus) ?? point.median;

/** Words for a place: a level's title, or the two that it lies between. */
export function levelWords(
  continuum: Continuum,
  place: number,
): { one: string } | { low: string; high: string } {
  const title = (at: number) => continuum.levels[at - 1]?.title ?? '';
  if (Number.isInteger(place)) return { one: title(place) };
  return { low: title(Math.floor(place)), high: title(Math.ceil(place)) };
}

export interface Standing {
  session: Session;
  point: Point;
  place: number;
}

/** One row through the district's own sessions, the oldest first. */
export function lineOf(continuum: Continuum, row: string): Standing[] {
  return continuum.sessions
    .filter(({ school_id }) => school_id === null)
    .flatMap((session) => standingIn(continuum, session, row));
}

function standingIn(continuum: Continuum, session: Session, row: string): Standing[] {
  const point = session.rows.find(({ subject }) => subject === row);
  const place = point ? standing(continuum, point) : null;
  return point && place !== null ? [{ session, point, place }] : [];
}

/** Each school's latest session, by school. */
export function latestOfSchools(continuum: Continuum): Map<string, Session> {
  const latest = new Map<string, Session>();
  for (const session of continuum.sessions)
    if (session.school_id !== null) latest.set(session.school_id, session);
  return latest;
}

/** How far district and schools are apart on a row, in levels; null where one is not shown. */
export const gapOf = ({ district_median, school_median }: Point): number | null =>
  district_median === null || school_median === null
    ? null
    : Math.abs(district_median - school_median);

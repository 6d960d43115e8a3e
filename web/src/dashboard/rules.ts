import type { Cell, Course, Filter, Rollup, Tally } from './queries';

export function filterSearch(search: Record<string, unknown>): Filter & { a?: string; b?: string } {
  const text = (name: string) =>
    typeof search[name] === 'string' && search[name] ? { [name]: search[name] as string } : {};
  return { ...text('year'), ...text('goal'), ...text('group'), ...text('a'), ...text('b') };
}

export const allOf = ({ not_started, in_progress, done }: Tally): number =>
  not_started + in_progress + done;

/** The cells by goal and place, '' being the district level. */
export function byPlace(
  cells: readonly Cell[],
): (goal: string, school: string) => Cell | undefined {
  const found = new Map(cells.map((cell) => [`${cell.goal_id} ${cell.school_id ?? ''}`, cell]));
  return (goal, school) => found.get(`${goal} ${school}`);
}

export type Mood = 'empty' | 'late' | 'done' | 'moving' | 'waiting';

/** What a cell says first: something late, all done, something under way, or nothing yet. */
export function moodOf(tally: Tally): Mood {
  if (allOf(tally) === 0) return 'empty';
  if (tally.late > 0) return 'late';
  if (tally.done === allOf(tally)) return 'done';
  return tally.in_progress + tally.done > 0 ? 'moving' : 'waiting';
}

/** Measures without a word on how they go. */
export const unknownOf = ({ with_target, on_track, off_track }: Course): number =>
  Math.max(0, with_target - on_track - off_track);

export type Sort = 'name' | 'late' | 'signals' | 'accepted';

export function sorted(rows: Rollup['districts'], by: Sort): Rollup['districts'] {
  const weight = {
    name: () => 0,
    late: (row: Rollup['districts'][number]) => -row.tally.late,
    signals: (row: Rollup['districts'][number]) => row.signals ?? 101,
    accepted: (row: Rollup['districts'][number]) =>
      row.templates === 0 ? 2 : row.accepted / row.templates,
  }[by];
  return [...rows].sort((a, b) => weight(a) - weight(b) || a.name.localeCompare(b.name));
}

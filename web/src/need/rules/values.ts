import type { DataValue } from '../queries';

export const placeOf = ({ day, category, student_group }: DataValue) =>
  [day, category.trim().toLowerCase(), student_group.trim().toLowerCase()].join('\n');

/** More rows put into those on the page: the same day, category and group is replaced. */
export function mergedValues(rows: readonly DataValue[], more: readonly DataValue[]): DataValue[] {
  const merged = new Map(rows.map((row) => [placeOf(row), row]));
  for (const row of more) merged.set(placeOf(row), row);
  return [...merged.values()];
}

/** What somebody else saved meanwhile and is not on the page, added to it. */
export function withTheirs(mine: readonly DataValue[], theirs: readonly DataValue[]): DataValue[] {
  const known = new Set(mine.map(placeOf));
  return [...mine, ...theirs.filter((row) => !known.has(placeOf(row)))];
}

export const categoriesOf = (values: readonly DataValue[]): string[] => [
  ...new Set(values.map(({ category }) => category)),
];

export const daysOf = (values: readonly DataValue[]): string[] =>
  [...new Set(values.map(({ day }) => day))].sort();

export const groupsOf = (values: readonly DataValue[]): string[] => [
  ...new Set(values.map(({ student_group }) => student_group)),
];

/** More lines than these cannot be told apart. */
export const mostLines = 5;

export interface ChartData {
  /** Bars lie down where there are many groups, so that their names can be read. */
  kind: 'line' | 'bars' | 'lying';
  rows: ({ x: string } & Record<string, string | number>)[];
  series: string[];
  /** Earlier days that are not drawn. */
  left: number;
}

/**
 * The chart one looks at before reading: over time a line for each of a few groups, otherwise
 * bars for each group on its newest days. Withheld values are gaps. Null: nothing to draw.
 */
export function chartOf(values: readonly DataValue[], category: string): ChartData | null {
  const used = values.filter(
    (row) => (row.category === category || row.category === '') && typeof row.value === 'number',
  );
  if (used.length === 0) return null;
  const days = daysOf(used);
  const groups = groupsOf(used);
  const many = groups.length > mostLines;
  const line = days.length > 2 && !many;
  const drawn = line ? days : days.slice(many ? -2 : -3);
  const [across, series] = line ? [drawn, groups] : [groups, drawn];
  const valueAt = (day: string, group: string) =>
    used.find((row) => row.day === day && row.student_group === group)?.value;
  const rows = across.map((x) => {
    const row: ChartData['rows'][number] = { x };
    for (const name of series) {
      const value = line ? valueAt(x, name) : valueAt(name, x);
      if (typeof value === 'number') row[name] = value;
    }
    return row;
  });
  const kind = line ? 'line' : many ? 'lying' : 'bars';
  return { kind, rows, series, left: days.length - drawn.length };
}

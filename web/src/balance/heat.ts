import type { Schema } from '@/api/client';

export type TemplateSummary = Schema<'TemplateSummary'>;

/** One school's column of the heat map. */
export interface Column {
  template: TemplateSummary;
  school: string;
  name: string;
  rating: (functionId: string) => string | null;
}

export function columnsOf(
  templates: TemplateSummary[],
  nameOf: (school: string) => string,
): Column[] {
  return templates
    .flatMap((template): Column[] => {
      if (!template.school_id) return [];
      const ratings = new Map(template.statuses.map((s) => [s.function_id, s.status ?? null]));
      return [
        {
          template,
          school: template.school_id,
          name: nameOf(template.school_id),
          rating: (functionId) => ratings.get(functionId) ?? null,
        },
      ];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** How many schools gave each rating; null: not submitted yet. */
export function tally(columns: Column[], functionId: string): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const column of columns) {
    const rating = column.rating(functionId);
    counts.set(rating, (counts.get(rating) ?? 0) + 1);
  }
  return counts;
}

const urgency: Record<TemplateSummary['state'], number> = {
  submitted: 0,
  returned: 1,
  draft: 2,
  accepted: 3,
  completed: 4,
};

/** Those that wait for the district first, then those that the district waits for. */
export function byUrgency(columns: Column[]): Column[] {
  return [...columns].sort(
    (a, b) => urgency[a.template.state] - urgency[b.template.state] || a.name.localeCompare(b.name),
  );
}

export function countStates(columns: Column[]): Map<TemplateSummary['state'], number> {
  const counts = new Map<TemplateSummary['state'], number>();
  for (const { template } of columns) {
    counts.set(template.state, (counts.get(template.state) ?? 0) + 1);
  }
  return counts;
}

/** A long name by its beginning and its end: schools often differ in their last word alone. */
export function shortened(name: string, most = 28): string {
  const letters = [...name];
  if (letters.length <= most) return name;
  const tail = Math.floor(most / 3);
  const head = letters.slice(0, most - tail - 1).join('');
  return `${head.trimEnd()}…${letters.slice(-tail).join('').trimStart()}`;
}

import type { Schema } from '@/api/client';

export type ImportKind = Schema<'ImportKind'>;
export type ImportResult = Schema<'ImportResult'>;
export type ImportRow = Schema<'ImportRow'>;
export type Outcome = Schema<'ImportOutcome'>;
export type Mapping = Schema<'ImportMapping'>;

/** What needs a person's eye first; what is as it was last. */
export const outcomes: readonly Outcome[] = ['error', 'skip', 'update', 'create', 'same'];

export function sortRows(rows: readonly ImportRow[]): ImportRow[] {
  return [...rows].sort(
    (a, b) => outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) || a.line - b.line,
  );
}

/** A column holds one thing: given to one field, it is taken from another. */
export function remap(mapping: Mapping, field: string, column: number | null): Mapping {
  const next: Mapping = {};
  for (const [other, held] of Object.entries(mapping)) {
    next[other] = column !== null && held === column ? null : (held ?? null);
  }
  next[field] = column;
  return next;
}

type Matched = Pick<ImportResult, 'fields' | 'mapping' | 'columns'>;

/** Fields that must have a column and have none. */
export function missingFields({ fields, mapping }: Matched): string[] {
  return fields
    .filter(({ field, required }) => required && (mapping[field] ?? null) === null)
    .map(({ label }) => label);
}

/** Columns that nothing is read from. */
export function unusedColumns({ columns, mapping }: Matched): string[] {
  const used = new Set(Object.values(mapping));
  return columns.filter(({ index }) => !used.has(index)).map(({ header }) => header);
}

/** How many records an apply would write. */
export const willWrite = ({ counts }: Pick<ImportResult, 'counts'>): number =>
  counts.create + counts.update;

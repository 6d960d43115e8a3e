import type { Equity, LineFunds, SchoolEquity, StreamFunds } from './queries';

interface Amounts {
  planned_cents: number;
  committed_cents: number;
  spent_cents: number;
}

export const usedOf = ({ committed_cents, spent_cents }: Amounts) => committed_cents + spent_cents;

/** What is planned and neither committed nor spent: only this can be moved. */
export const freeOf = (line: Amounts) => Math.max(0, line.planned_cents - usedOf(line));

/** What a source still has to plan; null while nobody has said what it has. */
export const leftOf = ({ available_cents, planned_cents }: StreamFunds): number | null =>
  available_cents === null ? null : available_cents - planned_cents;

interface Claim {
  source_id: string | null;
  year: string | null;
  amount_cents: number;
}

/** How far a source would be planned beyond what it has, with this line in place of `before`. */
export function overWith(
  stream: StreamFunds | undefined,
  year: string,
  claim: Claim,
  before: Claim | null,
): number {
  if (!stream || stream.available_cents === null) return 0;
  const same = before?.source_id === stream.source_id && before.year === year;
  const others = stream.planned_cents - (same ? before.amount_cents : 0);
  return Math.max(0, others + claim.amount_cents - stream.available_cents);
}

export const totalOfSchool = ({ own_cents, shared_cents }: SchoolEquity) =>
  own_cents + (shared_cents ?? 0);

/** Counted schools, those with the most need first, then the others by name. */
export function byNeed<T extends SchoolEquity>(
  schools: readonly T[],
  name: (id: string) => string,
) {
  return [...schools].sort(
    (a, b) => (b.need ?? -1) - (a.need ?? -1) || name(a.school_id).localeCompare(name(b.school_id)),
  );
}

export const notCounted = ({ schools }: Equity) =>
  schools.filter(({ standing }) => standing !== 'counted');

/** Lines that money of this line may go to: of the same source, and not itself. */
export const partnersOf = (line: LineFunds | undefined, lines: readonly LineFunds[]) =>
  line
    ? lines.filter(
        ({ line_id, source_id }) => source_id === line.source_id && line_id !== line.line_id,
      )
    : [];

import type { FundingLine, PlanGoal } from '../queries';

/** The rows and columns of a money table: whole cents, summed as integers. */
export interface MoneyTable {
  years: string[];
  rows: { key: string; byYear: Map<string, number>; total: number }[];
  byYear: Map<string, number>;
  total: number;
}

/** The money of the district as a whole, where a row is a school. */
export const wholeDistrict = '';

export function linesOf(goals: readonly PlanGoal[]): FundingLine[] {
  return goals.flatMap(({ strategies }) => strategies.flatMap(({ funding }) => funding));
}

export function totalOf(lines: readonly FundingLine[]): number {
  return lines.reduce((sum, { amount_cents }) => sum + amount_cents, 0);
}

export function moneyTable(
  lines: readonly FundingLine[],
  rowOf: (line: FundingLine) => string,
): MoneyTable {
  const rows = new Map<string, Map<string, number>>();
  const byYear = new Map<string, number>();
  for (const line of lines) {
    const key = rowOf(line);
    const row = rows.get(key) ?? new Map<string, number>();
    rows.set(key, row);
    for (const sums of [row, byYear]) {
      sums.set(line.year, (sums.get(line.year) ?? 0) + line.amount_cents);
    }
  }
  return {
    years: [...byYear.keys()].sort(),
    rows: [...rows].map(([key, sums]) => ({ key, byYear: sums, total: sumOf(sums) })),
    byYear,
    total: sumOf(byYear),
  };
}

const sumOf = (sums: Map<string, number>) => [...sums.values()].reduce((a, b) => a + b, 0);

export const bySource = (line: FundingLine) => line.source_id;
export const bySchool = (line: FundingLine) => line.school_id ?? wholeDistrict;

/** School years around now, and those in use already. */
export function yearsToOffer(starts: string, ends: string, used: readonly string[]): string[] {
  const first = firstYear(starts);
  const last = Math.min(firstYear(ends), first + 15);
  const years = new Set(used);
  for (let year = first; year <= last; year += 1) years.add(schoolYear(year));
  return [...years].sort();
}

const firstYear = (date: string) => Number(date.slice(0, 4)) - (date.slice(5, 7) < '07' ? 1 : 0);
const schoolYear = (year: number) => `${year}-${String((year + 1) % 100).padStart(2, '0')}`;

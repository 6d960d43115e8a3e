/** The school year and the next, less those that have a round. */
export function yearsToOpen(now: string, taken: string[]): string[] {
  const start = Number(now.slice(0, 4));
  const named = (year: number) => `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
  return [named(start), named(start + 1)].filter((year) => !taken.includes(year));
}

/**
 * Three texts and one outcome: `base` is what both started from, `mine` what is typed here,
 * `theirs` what the server has now. A field that only one side changed merges by itself; one
 * that both changed to different things is a conflict, which a person settles.
 */
export interface Merged<Fields> {
  fields: Fields;
  conflicts: (keyof Fields & string)[];
}

export type Choice = 'mine' | 'theirs' | 'both';

export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.keys(a);
  if (left.length !== Object.keys(b).length) return false;
  return left.every(
    (key) =>
      Object.hasOwn(b, key) &&
      same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
}

export function merge<Fields extends object>(
  base: Fields,
  mine: Fields,
  theirs: Fields,
): Merged<Fields> {
  const fields = { ...mine };
  const conflicts: (keyof Fields & string)[] = [];
  for (const key of Object.keys(mine) as (keyof Fields & string)[]) {
    if (same(mine[key], theirs[key])) continue;
    if (same(mine[key], base[key])) fields[key] = theirs[key];
    else if (!same(theirs[key], base[key])) conflicts.push(key);
  }
  return { fields, conflicts };
}

/** Both texts, theirs first, none repeated that the other already holds whole. */
export function bothTexts(mine: string, theirs: string): string {
  if (theirs.includes(mine)) return theirs;
  if (mine.includes(theirs)) return mine;
  return `${theirs.trimEnd()}\n\n${mine.trimStart()}`;
}

/** Keeping both makes sense for texts only; two dates or two owners cannot both be. */
export function canKeepBoth(mine: unknown, theirs: unknown): boolean {
  return typeof mine === 'string' && typeof theirs === 'string';
}

export function settle<T>(choice: Choice, mine: T, theirs: T): T {
  if (choice === 'mine') return mine;
  if (choice === 'theirs' || !canKeepBoth(mine, theirs)) return theirs;
  return bothTexts(mine as string, theirs as string) as T;
}

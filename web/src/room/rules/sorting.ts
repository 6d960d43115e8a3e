import type { Column, FunctionItem } from '../pack';

/** The order in which cards are dealt: mixed, so that areas do not give the columns away, and
 * the same each time for one room. */
export function dealt(items: readonly FunctionItem[], seed: string): FunctionItem[] {
  return [...items].sort(
    (a, b) => hash(seed + a.id) - hash(seed + b.id) || a.id.localeCompare(b.id),
  );
}

/** FNV-1a: small and even enough to mix two dozen cards. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193) >>> 0;
  }
  return h;
}

export type Placed = ReadonlyMap<string, Column>;

/** The cards of one column, in the order dealt. */
export const inColumn = (items: readonly FunctionItem[], placed: Placed, column: Column) =>
  items.filter(({ id }) => placed.get(id) === column);

/** The next card without a place, after `id` and round to the start; null when all are sorted. */
export function nextCard(
  items: readonly FunctionItem[],
  placed: Placed,
  id: string | null,
): FunctionItem | null {
  const from = items.findIndex((item) => item.id === id);
  for (let step = 1; step <= items.length; step += 1) {
    const item = items[(from + step + items.length) % items.length];
    if (item && !placed.has(item.id)) return item;
  }
  return null;
}

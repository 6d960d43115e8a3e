/** Anything that stands among siblings. */
export interface Placed {
  id: string;
  position: number;
}

export interface Move {
  id: string;
  position: number;
}

export function byPosition(a: Placed, b: Placed): number {
  return a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export function inOrder<T extends Placed>(items: readonly T[]): T[] {
  return [...items].sort(byPosition);
}

const mostPosition = 100_000;
const step = 10;

/** Where a new one goes: last. */
export function nextPosition(items: readonly Placed[]): number {
  const last = items.reduce((most, { position }) => Math.max(most, position), 0);
  return Math.min(last + step, mostPosition);
}

/**
 * What has to be written so that one item moves past its neighbour: as few records as can be,
 * because each is a change of its own that can race with another person's.
 */
export function moved(items: readonly Placed[], id: string, by: -1 | 1): Move[] {
  const order = inOrder(items);
  const from = order.findIndex((item) => item.id === id);
  const item = order[from];
  const neighbour = order[from + by];
  if (!item || !neighbour) return [];
  const between = positionBetween(
    by < 0 ? (order[from - 2]?.position ?? -1) : neighbour.position,
    by < 0 ? neighbour.position : (order[from + 2]?.position ?? mostPosition + 1),
  );
  if (between !== null) return [{ id, position: between }];
  order[from] = neighbour;
  order[from + by] = item;
  return renumbered(order);
}

function positionBetween(low: number, high: number): number | null {
  if (high > mostPosition) return low + step <= mostPosition ? low + step : null;
  const middle = Math.floor((low + high) / 2);
  return middle > low && middle < high ? middle : null;
}

function renumbered(order: readonly Placed[]): Move[] {
  return order
    .map(({ id }, index) => ({ id, position: index * step }))
    .filter(({ position }, index) => order[index]?.position !== position);
}

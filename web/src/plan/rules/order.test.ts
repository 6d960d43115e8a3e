import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, moved, nextPosition, type Placed } from './order';

const items = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    position: fc.integer({ min: 0, max: 40 }),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
);
const ids = (list: readonly Placed[]) => inOrder(list).map(({ id }) => id);

function apply(list: readonly Placed[], id: string, by: -1 | 1): Placed[] {
  const moves = new Map(moved(list, id, by).map((move) => [move.id, move.position]));
  return list.map((item) => ({ ...item, position: moves.get(item.id) ?? item.position }));
}

describe('moved', () => {
  it('swaps an item with its neighbour and leaves the others in their order', () => {
    fc.assert(
      fc.property(items, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (list, pick, by) => {
        const before = ids(list);
        const from = pick % before.length;
        const id = before[from] ?? '';
        const expected = [...before];
        const neighbour = before[from + by];
        if (neighbour !== undefined) {
          expected[from] = neighbour;
          expected[from + by] = id;
        }
        expect(ids(apply(list, id, by))).toEqual(expected);
      }),
    );
  });

  it('writes one record when there is room', () => {
    const list = [10, 20, 30].map((position) => ({ id: String(position), position }));
    expect(moved(list, '30', -1)).toEqual([{ id: '30', position: 15 }]);
    expect(moved(list, '10', 1)).toEqual([{ id: '10', position: 25 }]);
    expect(moved(list, '20', 1)).toEqual([{ id: '20', position: 40 }]);
  });

  it('renumbers when there is none', () => {
    const list = ['a', 'b', 'c'].map((id) => ({ id, position: 1 }));
    expect(ids(apply(list, 'c', -1))).toEqual(['a', 'c', 'b']);
  });
});

it('puts a new one last', () => {
  fc.assert(
    fc.property(items, (list) => {
      const fresh = { id: '~new', position: nextPosition(list) };
      expect(ids([...list, fresh]).at(-1)).toBe('~new');
    }),
  );
});

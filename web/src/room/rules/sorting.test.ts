import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column, FunctionItem } from '../pack';
import { dealt, inColumn, nextCard } from './sorting';

const columns: Column[] = ['building', 'collaborative', 'district'];
const items = ['a', 'b', 'c', 'd', 'e'].map(
  (id, index): FunctionItem => ({
    id,
    title: id,
    area: 'team',
    column: columns[index % 3] as Column,
    text: '',
    details: [],
  }),
);

describe('sorting cards', () => {
  it('deals every card once, the same way to everybody in a room', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const cards = dealt(items, seed);
        expect(cards.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
        expect(dealt([...items].reverse(), seed)).toEqual(cards);
      }),
    );
    expect(dealt(items, 'room 1')).not.toEqual(dealt(items, 'room 2'));
  });

  it('comes to every card by taking the next one each time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...items.map(({ id }) => id), null), (start) => {
        const placed = new Map<string, Column>();
        let at = start;
        for (let turn = 0; turn < items.length; turn += 1) {
          const card = nextCard(items, placed, at);
          expect(card).not.toBeNull();
          if (!card) return;
          expect(placed.has(card.id)).toBe(false);
          placed.set(card.id, 'district');
          at = card.id;
        }
        expect(nextCard(items, placed, at)).toBeNull();
        expect(inColumn(items, placed, 'district')).toEqual(items);
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rollup } from './queries';
import { allOf, byPlace, filterSearch, moodOf, sorted } from './rules';

const tally = fc.record({
  not_started: fc.nat(9),
  in_progress: fc.nat(9),
  done: fc.nat(9),
  late: fc.nat(3),
  cents: fc.nat(),
  used_cents: fc.nat(),
});

test('a cell says first what has to be looked at', () => {
  fc.assert(
    fc.property(tally, (cell) => {
      const mood = moodOf(cell);
      expect(mood === 'empty').toBe(allOf(cell) === 0);
      if (mood === 'done')
        expect([cell.late, cell.not_started, cell.in_progress]).toEqual([0, 0, 0]);
      if (allOf(cell) > 0 && cell.late > 0) expect(mood).toBe('late');
    }),
  );
});

test('a cell is found by its goal and place', () => {
  const none = { not_started: 0, in_progress: 0, done: 0, late: 0, cents: 0, used_cents: 0 };
  const course = { measures: 0, with_target: 0, on_track: 0, off_track: 0 };
  const cells = [
    { goal_id: 'g', school_id: null, tally: none, course },
    { goal_id: 'g', school_id: 's', tally: { ...none, done: 1 }, course },
  ];
  expect(byPlace(cells)('g', 's')?.tally.done).toBe(1);
  expect(byPlace(cells)('g', '')?.tally.done).toBe(0);
  expect(byPlace(cells)('h', '')).toBeUndefined();
});

test('an address says only what is known', () => {
  expect(filterSearch({ year: '2026-27', goal: 7, other: 'x', group: '' })).toEqual({
    year: '2026-27',
  });
});

test('districts are sorted by what is asked, those that need a look first', () => {
  const row = (name: string, late: number, signals: number | null) =>
    ({
      name,
      signals,
      templates: 0,
      accepted: 0,
      tally: { not_started: 0, in_progress: 0, done: 0, late, cents: 0, used_cents: 0 },
    }) as Rollup['districts'][number];
  const rows = [row('B', 1, null), row('A', 5, 90), row('C', 1, 10)];
  const names = (by: Parameters<typeof sorted>[1]) => sorted(rows, by).map(({ name }) => name);
  expect(names('name')).toEqual(['A', 'B', 'C']);
  expect(names('late')).toEqual(['A', 'B', 'C']);
  expect(names('signals')).toEqual(['C', 'A', 'B']);
});

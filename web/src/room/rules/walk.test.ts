import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canGoLeft, fits, goLeft, goRight, nextOpen, startWalk } from './walk';

const levels = ['beginning', 'developing', 'evolving', 'accomplished'];

describe('walking the continuum', () => {
  it('begins at Accomplished, and at what was answered before', () => {
    expect(startWalk(levels)).toEqual({ at: 3, settled: false });
    expect(startWalk(levels, 'developing')).toEqual({ at: 1, settled: true });
    expect(startWalk(levels, 'a level of another pack')).toEqual({ at: 3, settled: false });
  });

  it('never leaves the row, and nothing is settled that was not said', () => {
    const step = fc.constantFrom('left' as const, 'right' as const, 'fits' as const);
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let walk = startWalk(levels);
        for (const s of steps) {
          walk = s === 'left' ? goLeft(walk) : s === 'right' ? goRight(walk, levels) : fits(walk);
          expect(levels[walk.at]).toBeDefined();
          expect(walk.settled).toBe(s === 'fits');
        }
      }),
    );
  });

  it('reaches Beginning after three steps, and no further', () => {
    const walk = [1, 2, 3].reduce(goLeft, startWalk(levels));
    expect(walk.at).toBe(0);
    expect(canGoLeft(walk)).toBe(false);
    expect(goLeft(walk).at).toBe(0);
  });

  it('finds the next row without an answer, also before this one', () => {
    const done = new Set(['b', 'c']);
    const rows = ['a', 'b', 'c', 'd'];
    const answered = (row: string) => done.has(row);
    expect(nextOpen(rows, 1, answered)).toBe(3);
    expect(nextOpen(rows, 3, answered)).toBe(0);
    expect(nextOpen(rows, 0, () => true)).toBeNull();
    expect(nextOpen([], 0, () => false)).toBeNull();
  });
});

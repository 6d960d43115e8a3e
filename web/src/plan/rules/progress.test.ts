import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOverdue, progressOf, together } from './progress';

const day = '2026-11-24';
const activity = fc.record({
  status: fc.constantFrom(
    'not_started' as const,
    'in_progress' as const,
    'done' as const,
    'dropped' as const,
  ),
  due_on: fc.constantFrom(null, '2026-11-23', day, '2026-12-01'),
});

describe('progress', () => {
  it('is late from the day after, and never when done or dropped', () => {
    expect(isOverdue({ status: 'in_progress', due_on: '2026-11-23' }, day)).toBe(true);
    expect(isOverdue({ status: 'in_progress', due_on: day }, day)).toBe(false);
    expect(isOverdue({ status: 'done', due_on: '2026-11-23' }, day)).toBe(false);
    expect(isOverdue({ status: 'not_started', due_on: null }, day)).toBe(false);
  });

  it('adds up', () => {
    fc.assert(
      fc.property(fc.array(activity), fc.array(activity), (a, b) => {
        const all = progressOf([...a, ...b], day);
        expect(together([progressOf(a, day), progressOf(b, day)])).toEqual(all);
        expect(all.done + all.in_progress + all.not_started).toBe(all.total);
        expect(all.total + all.dropped).toBe(a.length + b.length);
        expect(all.overdue).toBeLessThanOrEqual(all.total - all.done);
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, inOrder } from './rules';

const row = (title: string, due_on: string | null, next_on: string | null) => ({
  title,
  due_on,
  next_on,
});

test('what is due comes before what comes next, and what is over last', () => {
  const over = row('Over', null, null);
  const next = row('Next', null, '2026-12-01');
  const soon = row('Soon', null, '2026-11-25');
  const due = row('Due', '2026-11-20', '2026-11-27');
  const late = row('Late', '2026-09-01', null);
  expect(inOrder([over, next, due, soon, late])).toEqual([late, due, soon, next, over]);
  expect(dayOf(due)).toBe('2026-11-20');
  expect(dayOf(over)).toBeNull();
});

test('the order does not depend on how the rows came', () => {
  const days = fc.constantFrom('2026-01-01', '2026-06-01', '2027-01-01');
  const rows = fc.uniqueArray(
    fc.record({ title: fc.string(), due_on: fc.option(days), next_on: fc.option(days) }),
    { selector: ({ title }) => title },
  );
  fc.assert(
    fc.property(rows, (some) => {
      const sorted = inOrder(some);
      expect(sorted).toHaveLength(some.length);
      expect(inOrder([...some].reverse()).map(dayOf)).toEqual(sorted.map(dayOf));
    }),
  );
});

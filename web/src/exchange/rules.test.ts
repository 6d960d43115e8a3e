import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImportRow, missingFields, outcomes, remap, sortRows, unusedColumns } from './rules';

const row: fc.Arbitrary<ImportRow> = fc.record({
  line: fc.integer({ min: 1, max: 500 }),
  outcome: fc.constantFrom(...outcomes),
  label: fc.string(),
  reasons: fc.constant<ImportRow['reasons']>([]),
});

describe('sortRows', () => {
  it('puts errors first and keeps the order of the file within an outcome', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const sorted = sortRows(rows);
        expect(sorted).toHaveLength(rows.length);
        for (const [i, after] of sorted.entries()) {
          const before = sorted[i - 1];
          if (!before) continue;
          const rank = outcomes.indexOf(before.outcome) - outcomes.indexOf(after.outcome);
          expect(rank < 0 || (rank === 0 && before.line <= after.line)).toBe(true);
        }
      }),
    );
  });
});

describe('remap', () => {
  it('never gives one column to two fields', () => {
    const column = fc.option(fc.integer({ min: 0, max: 5 }), { nil: null });
    fc.assert(
      fc.property(fc.constantFrom('code', 'name', 'city'), column, (field, picked) => {
        const next = remap({ code: 0, name: 1, city: null }, field, picked);
        expect(next[field]).toBe(picked);
        const held = Object.values(next).filter((c) => c !== null);
        expect(new Set(held).size).toBe(held.length);
      }),
    );
  });
});

const matched = {
  columns: [
    { index: 0, header: 'Code', samples: [] },
    { index: 1, header: 'Phone', samples: [] },
  ],
  fields: [
    { field: 'code', label: 'Code', required: true },
    { field: 'name', label: 'Name', required: true },
    { field: 'city', label: 'City', required: false },
  ],
  mapping: { code: 0 },
};

it('says which fields still need a column, and which columns are not used', () => {
  expect(missingFields(matched)).toEqual(['Name']);
  expect(unusedColumns(matched)).toEqual(['Phone']);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothTexts, merge, same, settle } from './merge';

const fields = fc.record({
  title: fc.constantFrom('a', 'b', 'c'),
  detail: fc.string(),
  due_on: fc.constantFrom(null, '2026-09-01', '2026-10-01'),
  schools: fc.array(fc.constantFrom('s1', 's2'), { maxLength: 3 }),
});

describe('merge', () => {
  it('changes nothing when nobody else did', () => {
    fc.assert(
      fc.property(fields, fields, (base, mine) => {
        expect(merge(base, mine, base)).toEqual({ fields: mine, conflicts: [] });
      }),
    );
  });

  it('takes theirs when nothing was typed here', () => {
    fc.assert(
      fc.property(fields, fields, (base, theirs) => {
        expect(merge(base, base, theirs)).toEqual({ fields: theirs, conflicts: [] });
      }),
    );
  });

  it('loses no change: every field is unchanged, mine alone, theirs alone, agreed or a conflict', () => {
    fc.assert(
      fc.property(fields, fields, fields, (base, mine, theirs) => {
        const merged = merge(base, mine, theirs);
        for (const key of Object.keys(base) as (keyof typeof base)[]) {
          const mineChanged = !same(mine[key], base[key]);
          const theirsChanged = !same(theirs[key], base[key]);
          const disputed = mineChanged && theirsChanged && !same(mine[key], theirs[key]);
          expect(merged.conflicts.includes(key)).toBe(disputed);
          // What was typed here stays in the form until a person settles it.
          if (mineChanged) expect(merged.fields[key]).toEqual(mine[key]);
          else expect(merged.fields[key]).toEqual(theirs[key]);
        }
      }),
    );
  });

  it('is the same seen from both sides, conflicts aside', () => {
    fc.assert(
      fc.property(fields, fields, fields, (base, mine, theirs) => {
        const here = merge(base, mine, theirs);
        const there = merge(base, theirs, mine);
        expect(there.conflicts).toEqual(here.conflicts);
        for (const key of Object.keys(base) as (keyof typeof base)[])
          if (!here.conflicts.includes(key)) expect(there.fields[key]).toEqual(here.fields[key]);
      }),
    );
  });
});

describe('settling', () => {
  it('keeps every word when both are kept', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (mine, theirs) => {
        const both = bothTexts(mine, theirs);
        expect(both).toContain(mine.trim());
        expect(both).toContain(theirs.trim());
      }),
    );
  });

  it('does not repeat a text that the other already holds', () => {
    expect(bothTexts('Reading walks', 'Reading walks weekly')).toBe('Reading walks weekly');
  });

  it('cannot keep two dates: theirs stays', () => {
    expect(settle('both', null, '2026-09-01')).toBe('2026-09-01');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDIT, may, SCHOOL } from './session';

describe('may', () => {
  it('lets a district role do it for every school', () => {
    const grants = [{ role: 'district_lead' as const, school_id: null }];
    expect(may(grants, { district: EDIT, school: SCHOOL }, 's1')).toBe(true);
    expect(may(grants, { district: EDIT })).toBe(true);
  });

  it('lets a school role do it for its own school only', () => {
    const grants = [{ role: 'school_lead' as const, school_id: 's1' }];
    fc.assert(
      fc.property(fc.constantFrom('s1', 's2', null, undefined), (school) => {
        expect(may(grants, { district: EDIT, school: SCHOOL }, school)).toBe(school === 's1');
      }),
    );
  });

  it('lets nobody do what is not named', () => {
    expect(may([{ role: 'viewer', school_id: null }], {}, 's1')).toBe(false);
  });
});

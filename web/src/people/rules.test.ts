import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  districtRoles,
  grantProblem,
  looksLikeEmail,
  personStatus,
  schoolRoles,
  withRole,
} from './rules';

describe('personStatus', () => {
  it('puts inactive before everything else', () => {
    expect(personStatus({ active: false, has_password: true })).toBe('inactive');
    expect(personStatus({ active: false, has_password: false })).toBe('inactive');
    expect(personStatus({ active: true, has_password: false })).toBe('invited');
    expect(personStatus({ active: true, has_password: true })).toBe('active');
  });
});

describe('grants', () => {
  it('keeps a school for school roles only', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...districtRoles, ...schoolRoles),
        fc.constantFrom(null, 's1'),
        (role, school_id) => {
          const grant = withRole({ role: 'school_lead', school_id }, role);
          expect(grant.school_id).toBe(schoolRoles.includes(role) ? school_id : null);
        },
      ),
    );
  });

  it('finds a missing school and a repetition, at the second', () => {
    const grants = [
      { role: 'viewer' as const, school_id: null },
      { role: 'school_lead' as const, school_id: null },
      { role: 'viewer' as const, school_id: null },
    ];
    expect(grants.map((_, i) => grantProblem(grants, i))).toEqual([null, 'school', 'twice']);
  });
});

it('looks at an address without judging too much', () => {
  expect(looksLikeEmail(' maria@example.org ')).toBe(true);
  expect(looksLikeEmail('maria@')).toBe(false);
  expect(looksLikeEmail('maria lopez@example.org')).toBe(false);
});

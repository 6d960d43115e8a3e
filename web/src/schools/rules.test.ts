import { describe, expect, it } from 'vitest';
import { noSchoolYet, schoolMatches, tooMany } from './rules';

describe('schoolMatches', () => {
  const school = { name: 'Peña Elementary', code: '00123', city: 'Benton Harbor' };

  it('finds by any part, in any order, without case or accents', () => {
    expect(schoolMatches(school, 'pena')).toBe(true);
    expect(schoolMatches(school, 'HARBOR elem')).toBe(true);
    expect(schoolMatches(school, '0012')).toBe(true);
    expect(schoolMatches(school, '  ')).toBe(true);
  });

  it('wants every word', () => {
    expect(schoolMatches(school, 'peña high')).toBe(false);
  });
});

it('does not believe in more disadvantaged pupils than pupils', () => {
  expect(tooMany({ ...noSchoolYet, pupils: 10, disadvantaged_pupils: 11 })).toBe(true);
  expect(tooMany({ ...noSchoolYet, pupils: 10, disadvantaged_pupils: 10 })).toBe(false);
  expect(tooMany({ ...noSchoolYet, pupils: null, disadvantaged_pupils: 11 })).toBe(false);
});

import type { School, SchoolFields } from './queries';

export const levels = ['elementary', 'middle', 'high', 'k8', 'k12', 'other'] as const;

export interface SchoolsFilter {
  q: string;
  closed: boolean;
}

/** Words without case and accents: 'pena' finds 'Peña'. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Every word has to occur in the school's name, code or city. */
export function schoolMatches(
  { name, code, city }: Pick<School, 'name' | 'code' | 'city'>,
  q: string,
): boolean {
  const where = plain(`${name} ${code} ${city}`);
  return plain(q)
    .split(/\s+/)
    .every((word) => where.includes(word));
}

export function chosenSchools(schools: School[], { q, closed }: SchoolsFilter): School[] {
  return schools.filter(
    (school) => (closed || school.status === 'open') && schoolMatches(school, q),
  );
}

/** More disadvantaged pupils than pupils cannot be. */
export function tooMany({ pupils, disadvantaged_pupils }: SchoolFields): boolean {
  return (
    typeof pupils === 'number' &&
    typeof disadvantaged_pupils === 'number' &&
    disadvantaged_pupils > pupils
  );
}

export const fieldsOf = (school: School): SchoolFields => ({
  code: school.code,
  name: school.name,
  level: school.level,
  grades: school.grades,
  status: school.status,
  pupils: school.pupils,
  disadvantaged_pupils: school.disadvantaged_pupils,
  city: school.city,
});

export const noSchoolYet: SchoolFields = {
  code: '',
  name: '',
  level: 'elementary',
  grades: '',
  status: 'open',
  pupils: null,
  disadvantaged_pupils: null,
  city: '',
};

import { type DistrictHere, EDIT, may, SCHOOL } from '@/identity/session';

export const mayChange = (grants: DistrictHere['grants'], school: string | null | undefined) =>
  may(grants, { district: EDIT, school: SCHOOL }, school);

/** Where a person may add items: for the district, and for which schools ('all' of them). */
export function placesFor(grants: DistrictHere['grants']): {
  district: boolean;
  schools: 'all' | string[];
} {
  if (may(grants, { district: EDIT })) return { district: true, schools: 'all' };
  const schools = grants.flatMap(({ role, school_id }) =>
    SCHOOL.includes(role) && school_id ? [school_id] : [],
  );
  return { district: false, schools: [...new Set(schools)] };
}

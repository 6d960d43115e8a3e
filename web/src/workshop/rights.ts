import { type DistrictHere, may, type Role } from '@/identity/session';

const leaders: Role[] = ['administrator', 'district_lead', 'district_member', 'facilitator'];

/** Who plans and leads a workshop: of the district, or of a school. */
export const mayLead = (grants: DistrictHere['grants'], school: string | null): boolean =>
  may(grants, { district: leaders, school: ['school_lead'] }, school);

/** Where a person may plan workshops: for the district, and for which schools. */
export function placesToPlan(grants: DistrictHere['grants']): {
  district: boolean;
  schools: 'all' | string[];
} {
  if (may(grants, { district: leaders })) return { district: true, schools: 'all' };
  const schools = grants.flatMap(({ role, school_id }) =>
    role === 'school_lead' && school_id ? [school_id] : [],
  );
  return { district: false, schools: [...new Set(schools)] };
}

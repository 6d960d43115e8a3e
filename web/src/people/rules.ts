import type { Role } from '@/identity/session';
import type { Grant, Person, PersonFields } from './queries';

export const districtRoles: Role[] = [
  'administrator',
  'district_lead',
  'district_member',
  'facilitator',
  'viewer',
  'consultant',
];

export const schoolRoles: Role[] = ['school_lead', 'school_member'];

export const isSchoolRole = (role: Role): boolean => schoolRoles.includes(role);

/** What somebody can do here right now. */
export function personStatus(person: Pick<Person, 'active' | 'has_password'>) {
  if (!person.active) return 'inactive' as const;
  return person.has_password ? ('active' as const) : ('invited' as const);
}

/** Whom an invitation would help: those who may come in but have no password yet. */
export const canBeInvited = (person: Person): boolean => personStatus(person) === 'invited';

/** The grant with another role; a district role belongs to no school. */
export function withRole(grant: Grant, role: Role): Grant {
  return { role, school_id: isSchoolRole(role) ? grant.school_id : null };
}

/** Where a grant still lacks its school, or says what another says already. */
export function grantProblem(grants: Grant[], index: number): 'school' | 'twice' | null {
  const grant = grants[index];
  if (!grant) return null;
  if (isSchoolRole(grant.role) && !grant.school_id) return 'school';
  const same = grants.findIndex(
    ({ role, school_id }) => role === grant.role && school_id === grant.school_id,
  );
  return same < index ? 'twice' : null;
}

/** An e-mail address good enough to send; the server judges. */
export const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text.trim());

export const fieldsOf = ({ email, name, title, active, grants }: Person): PersonFields => ({
  email,
  name,
  title,
  active,
  grants,
});

export const nobodyYet: PersonFields = {
  email: '',
  name: '',
  title: '',
  active: true,
  grants: [],
};

import type { Schema } from '@/api/client';
import { type DistrictHere, EDIT, LEAD, may, type Role, SCHOOL } from '@/identity/session';

const commenters: Role[] = [...EDIT, 'facilitator', 'consultant'];

type TemplateHere = Pick<Schema<'Template'>, 'kind' | 'school_id' | 'state'>;

/** What a person may do with a template in the state it is in. */
export function templateRights(
  grants: DistrictHere['grants'],
  { kind, school_id, state }: TemplateHere,
) {
  const district = may(grants, { district: EDIT });
  const school = may(grants, { school: SCHOOL }, school_id);
  const building = kind === 'building';
  const open = state === 'draft' || state === 'returned';
  const own = building ? school : district;
  return {
    /** Theirs to fill in. */
    write: open && own,
    /** Not theirs, but they may help out; asked before, so that nobody does it by accident. */
    help: open && !own && district,
    withdraw: building && state === 'submitted' && school,
    review: building && state === 'submitted' && district,
    reopen: (state === 'accepted' || state === 'completed') && district,
    comment: may(grants, { district: commenters, school: SCHOOL }, school_id),
  };
}

export type TemplateRights = ReturnType<typeof templateRights>;

export const mayOpenRounds = (grants: DistrictHere['grants']) => may(grants, { district: LEAD });

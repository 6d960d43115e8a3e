import { type DistrictHere, EDIT, may, SCHOOL } from '@/identity/session';
import type { Commitment } from './queries';

type Grants = DistrictHere['grants'];

/** Whether this person speaks for the side that promises. */
export const isMaker = (
  grants: Grants,
  { direction, school_id }: Pick<Commitment, 'direction' | 'school_id'>,
) =>
  direction === 'district_to_school'
    ? may(grants, { district: EDIT })
    : may(grants, { school: SCHOOL }, school_id);

/** Whether this person speaks for the side that it was promised to. */
export const isReceiver = (
  grants: Grants,
  { direction, school_id }: Pick<Commitment, 'direction' | 'school_id'>,
) =>
  isMaker(grants, {
    direction: direction === 'district_to_school' ? 'school_to_district' : 'district_to_school',
    school_id,
  });

import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api, body, type Schema } from '@/api/client';
import { sessionKey } from '@/api/keys';
import { isProblem } from '@/api/problem';
import { queryClient } from '@/api/queryClient';

export type Session = Schema<'Session'>;
export type Role = Schema<'Role'>;

export const sessionQuery = queryOptions({
  queryKey: sessionKey,
  // null: nobody is signed in. That is an answer, not an error.
  queryFn: async (): Promise<Session | null> => {
    try {
      return await body(api.GET('/session'));
    } catch (error) {
      if (isProblem(error, 401)) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
  gcTime: Number.POSITIVE_INFINITY,
});

export function useSession(): Session | null {
  return useQuery(sessionQuery).data ?? null;
}

export function usePersonId(): string {
  return useSession()?.person.id ?? '';
}

export interface DistrictHere {
  id: string;
  name: string;
  grants: { role: Role; school_id?: string | null }[];
}

/** The district of the page on screen, with what this person may be in it. */
export function useDistrict(): DistrictHere {
  const { district } = useParams({ strict: false });
  const known = useSession()?.districts.find(({ id }) => id === district);
  return known ?? { id: district ?? '', name: '', grants: [] };
}

/** Shorthands of the contract's `x-roles`. */
export const LEAD: Role[] = ['administrator', 'district_lead'];
export const EDIT: Role[] = [...LEAD, 'district_member'];
export const ADMIN: Role[] = ['administrator'];
export const SCHOOL: Role[] = ['school_lead', 'school_member'];

interface MayDo {
  /** Roles that may do it anywhere in the district. */
  district?: Role[];
  /** Roles that may do it for a school they hold the role in. */
  school?: Role[];
}

export function may(grants: DistrictHere['grants'], who: MayDo, school?: string | null): boolean {
  return grants.some(
    ({ role, school_id }) =>
      who.district?.includes(role) ||
      (!!school && school_id === school && (who.school?.includes(role) ?? false)),
  );
}

/**
 * Whether this person may; what they may not is not offered. The server decides anew.
 * `useMay({ district: EDIT, school: SCHOOL }, schoolId)`
 */
export function useMay(who: MayDo, school?: string | null): boolean {
  return may(useDistrict().grants, who, school);
}

/** The schools this person belongs to by a school role. */
export function useMySchools(): string[] {
  const ids = useDistrict().grants.flatMap(({ school_id }) => (school_id ? [school_id] : []));
  return [...new Set(ids)];
}

export function signedIn(session: Session): void {
  queryClient.clear();
  queryClient.setQueryData(sessionKey, session);
}

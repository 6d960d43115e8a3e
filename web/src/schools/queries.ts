import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, body, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';

export type School = Schema<'School'>;
export type SchoolFields = Schema<'SchoolFields'>;

export const schoolsQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'schools'),
    queryFn: () =>
      body(api.GET('/districts/{district}/schools', { params: { path: { district } } })),
    select: (list) => list.items,
    staleTime: 60_000,
  });

/** All schools, closed ones too; the list is small and shared by every page. */
export function useSchools(district: string) {
  return useQuery(schoolsQuery(district));
}

/** A school's name by its id, '' while unknown. */
export function useSchoolName(district: string): (school: string | null | undefined) => string {
  const { data } = useSchools(district);
  return (school) => data?.find(({ id }) => id === school)?.name ?? '';
}

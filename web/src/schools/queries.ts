import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, body, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';

export type School = Schema<'School'>;
export type SchoolFields = Schema<'SchoolFields'>;
export type District = Schema<'District'>;
export type DistrictFields = Schema<'DistrictFields'>;

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

export const districtQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'schools', 'district'),
    queryFn: () => body(api.GET('/districts/{district}', { params: { path: { district } } })),
  });

/** Each school's template of the latest round: `{}` when there is no round yet. */
export const latestTemplatesQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'rounds', 'latest-templates'),
    queryFn: async (): Promise<Record<string, Schema<'TemplateSummary'>>> => {
      const path = { district };
      const { items } = await body(api.GET('/districts/{district}/rounds', { params: { path } }));
      const latest = [...items].sort((a, b) => a.year.localeCompare(b.year)).at(-1);
      if (!latest) return {};
      const { templates } = await body(
        api.GET('/districts/{district}/rounds/{round}', {
          params: { path: { ...path, round: latest.id } },
        }),
      );
      return Object.fromEntries(
        templates.flatMap((template) =>
          template.school_id ? [[template.school_id, template]] : [],
        ),
      );
    },
  });

export const createSchool = (district: string, fields: SchoolFields, header: object) =>
  body(
    api.POST('/districts/{district}/schools', {
      params: { path: { district }, header },
      body: fields,
    }),
  );

export const replaceSchool = (
  district: string,
  school: string,
  fields: SchoolFields,
  header: { 'If-Match': string },
) =>
  body(
    api.PUT('/districts/{district}/schools/{school}', {
      params: { path: { district, school }, header },
      body: fields,
    }),
  );

export const replaceDistrict = (
  district: string,
  fields: DistrictFields,
  header: { 'If-Match': string },
) =>
  body(api.PUT('/districts/{district}', { params: { path: { district }, header }, body: fields }));

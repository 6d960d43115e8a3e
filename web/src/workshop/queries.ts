import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';
import { api, body, ifMatch, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';
import type { RoomPack } from '@/room/pack';

export type Workshop = Schema<'Workshop'>;
export type WorkshopFields = Schema<'WorkshopFields'>;
export type AgendaStep = Schema<'AgendaStep'>;
export type Minutes = Schema<'Minutes'>;

/** All workshops, the newest first, page by page. */
export const workshopsQuery = (district: string) =>
  infiniteQueryOptions({
    queryKey: keyOf(district, 'workshops', 'list'),
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/districts/{district}/workshops', {
          params: {
            path: { district },
            query: { limit: 50, ...(pageParam ? { after: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const workshopQuery = (district: string, workshop: string) =>
  queryOptions({
    queryKey: keyOf(district, 'workshops', workshop),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/workshops/{workshop}', {
          params: { path: { district, workshop } },
        }),
      ),
  });

/** The pack that a new workshop goes through: the newest of the built-in one. */
export const newestPackQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'toolkit', 'newest', i18next.language),
    queryFn: async (): Promise<RoomPack> => {
      const { items } = await body(
        api.GET('/districts/{district}/toolkit/packs', { params: { path: { district } } }),
      );
      const built = items.filter(({ built_in }) => built_in);
      const newest = built
        .sort((a, b) => a.pack_version.localeCompare(b.pack_version, 'en', { numeric: true }))
        .at(-1);
      if (!newest) throw new Error('no toolkit pack');
      const { pack_id, pack_version } = newest;
      return (await body(
        api.GET('/districts/{district}/toolkit/packs/{pack_id}/{pack_version}', {
          params: { path: { district, pack_id, pack_version } },
        }),
      )) as unknown as RoomPack;
    },
    staleTime: 5 * 60_000,
  });

/** A new workshop of the district, or of one school. */
export const createWorkshop = (
  district: string,
  school: string | null,
  fields: WorkshopFields,
  header: { 'Idempotency-Key': string },
) =>
  school
    ? body(
        api.POST('/districts/{district}/schools/{school}/workshops', {
          params: { path: { district, school }, header },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/workshops', {
          params: { path: { district }, header },
          body: fields,
        }),
      );

export const replaceWorkshop = (
  district: string,
  workshop: string,
  fields: WorkshopFields,
  version: number,
) =>
  body(
    api.PUT('/districts/{district}/workshops/{workshop}', {
      params: { path: { district, workshop }, header: ifMatch(version) },
      body: fields,
    }),
  );

export const removeWorkshop = (district: string, workshop: string, version: number) =>
  body(
    api.DELETE('/districts/{district}/workshops/{workshop}', {
      params: { path: { district, workshop }, header: ifMatch(version) },
    }),
  );

export function fieldsOf(workshop: Workshop): WorkshopFields {
  const { title, intro, mode, anonymous, smallest_group, groups, agenda, ready } = workshop;
  const { starts_at, closes_at } = workshop;
  return {
    title,
    intro,
    mode,
    anonymous,
    smallest_group,
    starts_at: starts_at ?? null,
    closes_at: closes_at ?? null,
    groups,
    agenda,
    ready,
  };
}

const path = (district: string, workshop: string) => ({ path: { district, workshop } });

export const minutesQuery = (district: string, workshop: string) =>
  queryOptions({
    queryKey: keyOf(district, 'workshops', workshop, 'minutes'),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/workshops/{workshop}/minutes', {
          params: path(district, workshop),
        }),
      ),
  });

export const writeMinutes = (
  district: string,
  workshop: string,
  language: Schema<'MinutesLanguage'>,
) =>
  body(
    api.POST('/districts/{district}/workshops/{workshop}/minutes', {
      params: path(district, workshop),
      body: { language },
    }),
  );

export const reminderQuery = (district: string, workshop: string) =>
  queryOptions({
    queryKey: keyOf(district, 'workshops', workshop, 'reminder'),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/workshops/{workshop}/reminder', {
          params: path(district, workshop),
        }),
      ),
  });

export const replaceMinutes = (
  district: string,
  workshop: string,
  fields: Schema<'MinutesFields'>,
  version: number,
) =>
  body(
    api.PUT('/districts/{district}/workshops/{workshop}/minutes', {
      params: { ...path(district, workshop), header: ifMatch(version) },
      body: fields,
    }),
  );

export const shareMinutes = (district: string, workshop: string) =>
  body(
    api.POST('/districts/{district}/workshops/{workshop}/minutes/share', {
      params: path(district, workshop),
      body: {},
    }),
  );

export const unshareMinutes = (district: string, workshop: string) =>
  body(
    api.DELETE('/districts/{district}/workshops/{workshop}/minutes/share', {
      params: path(district, workshop),
    }),
  );

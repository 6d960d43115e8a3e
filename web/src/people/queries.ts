import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { api, body, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';

export type Person = Schema<'Person'>;
export type PersonFields = Schema<'PersonFields'>;
export type Grant = Schema<'Grant'>;

/** The first people that match, for pickers. */
export const peopleQuery = (district: string, q: string) =>
  queryOptions({
    queryKey: keyOf(district, 'people', 'match', q),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/people', {
          params: { path: { district }, query: q ? { q, limit: 50 } : { limit: 50 } },
        }),
      ),
    select: (list) => list.items,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export function usePeopleMatching(district: string, q: string) {
  return useQuery(peopleQuery(district, q));
}

export interface PeopleFilter {
  q: string;
  school: string | null;
}

const pageSize = 50;

/** All people that match, page by page. */
export const peoplePagesQuery = (district: string, { q, school }: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: keyOf(district, 'people', 'pages', q, school),
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/districts/{district}/people', {
          params: {
            path: { district },
            query: {
              limit: pageSize,
              ...(q ? { q } : {}),
              ...(school ? { school_id: school } : {}),
              ...(pageParam ? { after: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

export function usePeoplePages(district: string, filter: PeopleFilter) {
  return useInfiniteQuery(peoplePagesQuery(district, filter));
}

const onePerson = (district: string, person: string) => ({ path: { district, person } });

export const createPerson = (district: string, fields: PersonFields, header: object) =>
  body(
    api.POST('/districts/{district}/people', {
      params: { path: { district }, header },
      body: fields,
    }),
  );

export const replacePerson = (
  district: string,
  person: string,
  fields: PersonFields,
  header: { 'If-Match': string },
) =>
  body(
    api.PUT('/districts/{district}/people/{person}', {
      params: { ...onePerson(district, person), header },
      body: fields,
    }),
  );

export const invitePeople = (district: string, people: string[]) =>
  body(
    api.POST('/districts/{district}/people/invitations', {
      params: { path: { district } },
      body: { person_ids: people },
    }),
  );

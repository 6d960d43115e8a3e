import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body, ifMatch, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';

export type Communication = Schema<'Communication'>;
export type CommunicationFields = Schema<'CommunicationFields'>;
export type CommunicationDetail = Schema<'CommunicationDetail'>;
export type Delivery = Schema<'Delivery'>;
export type DeliveryFields = Schema<'DeliveryFields'>;
export type CalendarFeed = Schema<'CalendarFeed'>;
export type CalendarFields = Schema<'CalendarFields'>;
export type Reach = Schema<'Reach'>;
export type Repeats = Schema<'Repeats'>;

export const reaches = [
  'building',
  'district_team',
  'schools',
  'community',
] as const satisfies Reach[];
export const rhythms = [
  'once',
  'weekly',
  'biweekly',
  'monthly',
  'quarterly',
  'yearly',
] as const satisfies Repeats[];

/** What the address of the list says. */
export interface CommunicationFilters {
  /** A school's id, or 'district' for those of no school. */
  school?: string | undefined;
  reach?: Reach | undefined;
  /** 'me': only one's own. */
  owner?: 'me' | undefined;
}

export const filtersFrom = (search: Record<string, unknown>): CommunicationFilters => ({
  school: typeof search.school === 'string' ? search.school : undefined,
  reach: reaches.find((reach) => reach === search.reach),
  owner: search.owner === 'me' ? 'me' : undefined,
});

const page = 200;

export const communicationsQuery = (district: string, filters: CommunicationFilters, me: string) =>
  infiniteQueryOptions({
    queryKey: keyOf(district, 'communications', 'list', filters, me),
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/districts/{district}/communications', {
          params: {
            path: { district },
            query: {
              limit: page,
              ...(filters.school ? { school_id: filters.school } : {}),
              ...(filters.reach ? { reach: filters.reach } : {}),
              ...(filters.owner === 'me' ? { owner_id: me } : {}),
              ...(pageParam ? { after: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });

export const communicationQuery = (district: string, communication: string) =>
  queryOptions({
    queryKey: keyOf(district, 'communications', 'one', communication),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/communications/{communication}', {
          params: { path: { district, communication } },
        }),
      ),
  });

/** What a change of the communication plan makes stale. */
export const staleCommunications = (district: string) => [
  keyOf(district, 'communications'),
  keyOf(district, 'home'),
];

export function fieldsOf(row: CommunicationFields): CommunicationFields {
  const { title, detail, audience, channel, reach, owner_name, starts_on, repeats } = row;
  return {
    title,
    detail,
    audience,
    channel,
    reach,
    owner_id: row.owner_id ?? null,
    owner_name,
    starts_on,
    repeats,
    ends_on: row.ends_on ?? null,
  };
}

export const addCommunication = (
  district: string,
  school: string | null,
  fields: CommunicationFields,
  header: { 'Idempotency-Key': string },
): Promise<CommunicationDetail> =>
  school
    ? body(
        api.POST('/districts/{district}/schools/{school}/communications', {
          params: { path: { district, school }, header },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/communications', {
          params: { path: { district }, header },
          body: fields,
        }),
      );

export const putCommunication = (
  district: string,
  communication: string,
  fields: CommunicationFields,
  version: number,
): Promise<CommunicationDetail> =>
  body(
    api.PUT('/districts/{district}/communications/{communication}', {
      params: { path: { district, communication }, header: ifMatch(version) },
      body: fields,
    }),
  );

export const removeCommunication = (district: string, { id, version }: Communication) =>
  api.DELETE('/districts/{district}/communications/{communication}', {
    params: { path: { district, communication: id }, header: ifMatch(version) },
  });

export const addDelivery = (
  district: string,
  communication: string,
  fields: DeliveryFields,
  header: { 'Idempotency-Key': string },
): Promise<Delivery> =>
  body(
    api.POST('/districts/{district}/communications/{communication}/deliveries', {
      params: { path: { district, communication }, header },
      body: fields,
    }),
  );

export const removeDelivery = (district: string, { communication_id, id, version }: Delivery) =>
  api.DELETE('/districts/{district}/communications/{communication}/deliveries/{delivery}', {
    params: {
      path: { district, communication: communication_id, delivery: id },
      header: ifMatch(version),
    },
  });

export const calendarsQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'calendars'),
    queryFn: () =>
      body(api.GET('/districts/{district}/calendars', { params: { path: { district } } })),
    select: (list) => list.items,
  });

export const addCalendar = (district: string, fields: CalendarFields) =>
  body(
    api.POST('/districts/{district}/calendars', { params: { path: { district } }, body: fields }),
  );

export const removeCalendar = (district: string, { id, version }: CalendarFeed) =>
  api.DELETE('/districts/{district}/calendars/{calendar}', {
    params: { path: { district, calendar: id }, header: ifMatch(version) },
  });

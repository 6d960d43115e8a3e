import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, body, ifMatch, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';

export type Barrier = Schema<'Barrier'>;
export type BarrierFields = Schema<'BarrierFields'>;
export type BarrierLevel = Schema<'BarrierLevel'>;
export type BarrierStatus = Schema<'BarrierStatus'>;
export type BarrierReply = Schema<'BarrierReply'>;

export const levels = ['building', 'shared', 'district'] as const satisfies BarrierLevel[];
export const statuses = ['open', 'doing', 'resolved', 'dropped'] as const satisfies BarrierStatus[];
export const replies = ['taken_up', 'supported', 'declined'] as const satisfies BarrierReply[];

/** What the address of the list says. */
export interface BarrierFilters {
  /** A school's id, or 'district' for those of no school. */
  school?: string | undefined;
  level?: BarrierLevel | undefined;
  status?: BarrierStatus | undefined;
}

export const filtersFrom = (search: Record<string, unknown>): BarrierFilters => ({
  school: typeof search.school === 'string' ? search.school : undefined,
  level: levels.find((level) => level === search.level),
  status: statuses.find((status) => status === search.status),
});

const page = 50;

export const barriersQuery = (district: string, filters: BarrierFilters & { awaiting?: boolean }) =>
  infiniteQueryOptions({
    queryKey: keyOf(district, 'barriers', 'list', filters),
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/districts/{district}/barriers', {
          params: {
            path: { district },
            query: {
              limit: page,
              ...(filters.school ? { school_id: filters.school } : {}),
              ...(filters.level ? { level: filters.level } : {}),
              ...(filters.status ? { status: filters.status } : {}),
              ...(filters.awaiting ? { awaiting_reply: 'true' as const } : {}),
              ...(pageParam ? { after: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });

export const barrierQuery = (district: string, barrier: string) =>
  queryOptions({
    queryKey: keyOf(district, 'barriers', 'one', barrier),
    queryFn: () =>
      body(
        api.GET('/districts/{district}/barriers/{barrier}', {
          params: { path: { district, barrier } },
        }),
      ),
  });

/** What a change of a barrier makes stale. */
export const staleBarriers = (district: string) => [
  keyOf(district, 'barriers'),
  keyOf(district, 'home'),
];

export function fieldsOf(barrier: BarrierFields): BarrierFields {
  const { title, detail, level, approach, owner_name, status } = barrier;
  return {
    title,
    detail,
    level,
    approach,
    goal_id: barrier.goal_id ?? null,
    strategy_id: barrier.strategy_id ?? null,
    owner_id: barrier.owner_id ?? null,
    owner_name,
    due_on: barrier.due_on ?? null,
    status,
  };
}

export const addBarrier = (
  district: string,
  school: string | null,
  fields: BarrierFields,
  header: { 'Idempotency-Key': string },
): Promise<Barrier> =>
  school
    ? body(
        api.POST('/districts/{district}/schools/{school}/barriers', {
          params: { path: { district, school }, header },
          body: fields,
        }),
      )
    : body(
        api.POST('/districts/{district}/barriers', {
          params: { path: { district }, header },
          body: fields,
        }),
      );

export const putBarrier = (
  district: string,
  barrier: string,
  fields: BarrierFields,
  version: number,
): Promise<Barrier> =>
  body(
    api.PUT('/districts/{district}/barriers/{barrier}', {
      params: { path: { district, barrier }, header: ifMatch(version) },
      body: fields,
    }),
  );

export const removeBarrier = (district: string, { id, version }: Barrier) =>
  api.DELETE('/districts/{district}/barriers/{barrier}', {
    params: { path: { district, barrier: id }, header: ifMatch(version) },
  });

export const raiseBarrier = (
  district: string,
  barrier: string,
  fields: Schema<'RaiseFields'>,
  version: number,
): Promise<Barrier> =>
  body(
    api.PUT('/districts/{district}/barriers/{barrier}/raised', {
      params: { path: { district, barrier }, header: ifMatch(version) },
      body: fields,
    }),
  );

export const replyToBarrier = (
  district: string,
  barrier: string,
  fields: Schema<'ReplyFields'>,
  version: number,
): Promise<Barrier> =>
  body(
    api.PUT('/districts/{district}/barriers/{barrier}/reply', {
      params: { path: { district, barrier }, header: ifMatch(version) },
      body: fields,
    }),
  );

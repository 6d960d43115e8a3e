import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { api, body, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';

export type Person = Schema<'Person'>;

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

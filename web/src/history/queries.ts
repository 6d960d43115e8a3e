import { useInfiniteQuery } from '@tanstack/react-query';
import { api, body, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';
import { useLive } from '@/live/useLive';
import type { HistoryFilter } from './rules/filter';

export type HistoryEntry = Schema<'HistoryEntry'>;
export type Change = Schema<'Change'>;

/** Changes by the page, newest first; up to date while the page is open. */
export function useHistory(district: string, filter: HistoryFilter) {
  const stale = [keyOf(district, 'history')];
  useLive(district, 'plan', stale);
  useLive(district, 'rounds', stale);
  useLive(district, 'actions', stale);
  useLive(district, 'teams', stale);
  useLive(district, 'people', stale);
  useLive(district, 'schools', stale);
  const { school, ...rest } = filter;
  return useInfiniteQuery({
    queryKey: keyOf(district, 'history', filter),
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/districts/{district}/history', {
          params: {
            path: { district },
            query: {
              limit: 50,
              ...rest,
              ...(school ? { school_id: school } : {}),
              ...(pageParam ? { after: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
}

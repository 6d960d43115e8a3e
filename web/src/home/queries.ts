import { queryOptions } from '@tanstack/react-query';
import { api, body, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';

export type Home = Schema<'Home'>;
export type WaitingItem = Schema<'WaitingItem'>;
export type HistoryEntry = Schema<'HistoryEntry'>;

export const homeQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'home'),
    queryFn: () => body(api.GET('/districts/{district}/home', { params: { path: { district } } })),
    staleTime: 0,
  });

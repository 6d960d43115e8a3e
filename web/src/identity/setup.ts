import { queryOptions } from '@tanstack/react-query';
import { api, body } from '@/api/client';

/** Whether this server is new. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: () => body(api.GET('/setup')),
  staleTime: 60_000,
});

/** The contract's rule; the server checks it again. */
export const shortestPassword = 10;

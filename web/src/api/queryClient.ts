import { QueryClient } from '@tanstack/react-query';
import { isProblem, isUnreachable } from './problem';

/**
 * The one cache. A refusal is an answer and is not asked for again; only silence is.
 * `offlineFirst`: what is cached shows while the network is away.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 30 * 60_000,
      networkMode: 'offlineFirst',
      retry: (failures, error) =>
        failures < 3 && (isUnreachable(error) || (isProblem(error) && error.status === 429)),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

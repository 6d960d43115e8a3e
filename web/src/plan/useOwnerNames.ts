import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, body } from '@/api/client';
import { keyOf } from '@/api/keys';
import type { PlanGoal } from './queries';
import { namelessOwners } from './rules/filter';

interface Owned {
  owner_id?: string | null;
  owner_name: string;
}

const mostPages = 10;

const namesQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'people', 'names'),
    queryFn: async () => {
      const names: Record<string, string> = {};
      let after: string | null = null;
      for (let page = 0; page < mostPages; page += 1) {
        const query: { limit: number; after?: string } = {
          limit: 200,
          ...(after ? { after } : {}),
        };
        const list = await body(
          api.GET('/districts/{district}/people', { params: { path: { district }, query } }),
        );
        for (const { id, name } of list.items) names[id] = name;
        after = list.next;
        if (!after) break;
      }
      return names;
    },
    staleTime: 5 * 60_000,
  });

/** How an owner is called: in the record's own words, or by the person's name. */
export function useOwnerNames(district: string, goals: readonly PlanGoal[]) {
  const wanted = useMemo(() => namelessOwners(goals), [goals]);
  const { data } = useQuery({ ...namesQuery(district), enabled: wanted });
  return useMemo(
    () =>
      ({ owner_id, owner_name }: Owned): string =>
        owner_name.trim() || (owner_id && data?.[owner_id]) || '',
    [data],
  );
}

import { infiniteQueryOptions, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body, ifMatch, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';
import { currentOf } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { today } from '@/app/ui/format';
import { type ActionItem, type ActionStatus, type Filters, queryOf } from './filters';

export type ActionItemFields = Schema<'ActionItemFields'>;

const page = 25;

/** One column of the board, page by page. */
export const columnQuery = (district: string, status: ActionStatus, filters: Filters, me: string) =>
  infiniteQueryOptions({
    queryKey: keyOf(district, 'actions', status, filters, me),
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/districts/{district}/actions', {
          params: {
            path: { district },
            query: {
              ...queryOf(filters, me, today()),
              status,
              limit: page,
              ...(pageParam ? { after: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });

export function fieldsOf(item: ActionItem): ActionItemFields {
  const { title, detail, owner_id, owner_name, due_on, status } = item;
  return { title, detail, owner_id: owner_id ?? null, owner_name, due_on: due_on ?? null, status };
}

export function putAction(
  district: string,
  action: string,
  fields: ActionItemFields,
  version: number,
): Promise<ActionItem> {
  return body(
    api.PUT('/districts/{district}/actions/{action}', {
      params: { path: { district, action }, header: ifMatch(version) },
      body: fields,
    }),
  );
}

/** What an action item's change makes stale. */
export const staleActions = (district: string) => [
  keyOf(district, 'actions'),
  keyOf(district, 'home'),
];

/** Moves an item to another column. Nothing else is touched, also when it has changed meanwhile. */
export function useMove(district: string) {
  const { t } = useTranslation(['action', 'app']);
  return useSend({
    send: async ({ item, status }: { item: ActionItem; status: ActionStatus }) => {
      try {
        return await putAction(district, item.id, { ...fieldsOf(item), status }, item.version);
      } catch (error) {
        const current = currentOf<ActionItem>(error);
        if (!current) throw error;
        return putAction(district, item.id, { ...fieldsOf(current), status }, current.version);
      }
    },
    stale: staleActions(district),
    said: ({ status }) => t('moved', { status: t(`app:status.${status}`) }),
  });
}

/** After a save that a form made itself. */
export function useRefresh(district: string): () => void {
  const cache = useQueryClient();
  return () => {
    for (const queryKey of staleActions(district)) void cache.invalidateQueries({ queryKey });
  };
}

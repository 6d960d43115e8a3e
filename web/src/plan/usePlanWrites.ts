import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem, currentOf } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { confirm } from '@/app/ui/confirm';
import { useFormat } from '@/app/ui/format';
import { toast } from '@/app/ui/toast';
import { usePlanPage } from './PlanContext';
import * as write from './planApi';
import { type Activity, type Goal, type Measure, type Strategy, staleWithPlan } from './queries';
import { activityFields, goalFields, measureFields, strategyFields } from './rules/fields';
import type { Along } from './rules/find';
import { moved, type Placed } from './rules/order';

const mostRaces = 4;

/** Sets one field of a record on top of whatever others have changed in it meanwhile. */
async function over<Rec extends { version: number }>(
  record: Rec,
  save: (record: Rec) => Promise<unknown>,
): Promise<void> {
  let current = record;
  for (let race = 0; ; race += 1) {
    try {
      await save(current);
      return;
    } catch (error) {
      const newer = currentOf<Rec>(error);
      if (!newer || race === mostRaces) throw error;
      current = newer;
    }
  }
}

const existing = (district: string, { id, version }: { id: string; version: number }) => ({
  district,
  id,
  version,
  parent: '',
  create: { 'Idempotency-Key': '' },
});

const saveActivity = (district: string, activity: Activity, fields: Partial<Activity>) =>
  write.saveActivity({
    ...existing(district, activity),
    school: null,
    fields: activityFields({ ...activity, ...fields }),
  });

/** One activity's status, straight from its row. */
export function useSetStatus() {
  const { district } = usePlanPage();
  return useSend({
    send: ({ activity, status }: { activity: Activity; status: Activity['status'] }) =>
      over(activity, (current) => saveActivity(district, current, { status })),
    stale: staleWithPlan(district),
  });
}

/** How each kind of record is put in another place. */
export const place = {
  goal: (district: string, goal: Goal, position: number) =>
    write.saveGoal({ ...existing(district, goal), fields: { ...goalFields(goal), position } }),
  measure: (district: string, measure: Measure, position: number) =>
    write.saveMeasure({
      ...existing(district, measure),
      fields: { ...measureFields(measure), position },
    }),
  strategy: (district: string, strategy: Strategy, position: number) =>
    write.saveStrategy({
      ...existing(district, strategy),
      fields: { ...strategyFields(strategy), position },
    }),
  activity: (district: string, activity: Activity, position: number) =>
    saveActivity(district, activity, { position }),
};

interface Moving<Rec> {
  siblings: readonly Rec[];
  id: string;
  by: -1 | 1;
}

/** One place up or down: `const move = useMove(place.goal)`. */
export function useMove<Rec extends Placed & { version: number }>(
  save: (district: string, record: Rec, position: number) => Promise<unknown>,
) {
  const { t } = useTranslation('plan');
  const { district } = usePlanPage();
  return useSend({
    send: async ({ siblings, id, by }: Moving<Rec>) => {
      for (const move of moved(siblings, id, by)) {
        const record = siblings.find((item) => item.id === move.id);
        if (record) await over(record, (current) => save(district, current, move.position));
      }
    },
    stale: staleWithPlan(district),
    said: t('moved'),
  });
}

interface Removing {
  kind: write.Removable;
  id: string;
  version: number;
  name: string;
  along?: Partial<Along>;
}

/** Asks, naming what goes along, and removes. True when it is gone. */
export function useRemove() {
  const { t } = useTranslation(['plan', 'app']);
  const format = useFormat();
  const { district } = usePlanPage();
  const cache = useQueryClient();
  const send = useSend({
    send: ({ kind, id, version }: Removing) => write.removeRecord(district, kind, id, version),
    stale: staleWithPlan(district),
    said: t('remove.done'),
    handles: [412],
  });
  return async (what: Removing): Promise<boolean> => {
    const counts = Object.entries(what.along ?? {}) as [keyof Along, number][];
    const along = counts
      .filter(([, count]) => count > 0)
      .map(([key, count]) => t(`remove.along.${key}`, { count }));
    const text = along.length
      ? t('remove.textAlong', { name: what.name, along: format.list(along) })
      : t('remove.text', { name: what.name });
    const title = t(`remove.title.${what.kind}`);
    if (!(await confirm({ title, text, action: t('app:remove'), danger: true }))) return false;
    try {
      await send.mutateAsync(what);
      return true;
    } catch (error) {
      if (!currentOf(error)) return false;
      // Somebody has just changed it: look at it again before it goes.
      for (const queryKey of staleWithPlan(district)) void cache.invalidateQueries({ queryKey });
      toast.problem(
        new ApiProblem({ type: 'about:blank', title: t('remove.changed'), status: 412 }),
      );
      return false;
    }
  };
}

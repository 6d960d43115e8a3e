import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { usePlanPage } from '../PlanContext';
import type { Activity, Plan, SchoolPlan } from '../queries';

const known = new WeakMap<object, Map<string, Activity>>();

/** Every activity of a plan by its id, made once for each answer of the server. */
export function activitiesById(plan: Plan | SchoolPlan): Map<string, Activity> {
  const found = known.get(plan);
  if (found) return found;
  const made = new Map<string, Activity>();
  for (const goal of plan.goals) {
    for (const { activities } of goal.strategies) {
      for (const activity of activities) made.set(activity.id, activity);
    }
  }
  known.set(plan, made);
  return made;
}

/** What an activity waits for, in words, and what is odd about that. */
export function useWaiting(activity: Activity) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const { plan, schoolName } = usePlanPage();
  const waits = activity.waits_for ?? [];
  if (waits.length === 0) return { waits: '', oddities: [] };
  const all = activitiesById(plan);
  const name = (id: string) => {
    const other = all.get(id);
    if (!other) return t('activity.elsewhere');
    return other.school_id && other.school_id !== activity.school_id
      ? `${other.title} (${schoolName(other.school_id)})`
      : other.title;
  };
  return {
    waits: format.list(waits.map(name)),
    oddities: plan.wait_warnings
      .filter(({ activity_id }) => activity_id === activity.id)
      .map(({ kind, waits_for }) => {
        const due = all.get(waits_for)?.due_on;
        return {
          key: `${kind} ${waits_for}`,
          text: t(`activity.odd.${kind}`, {
            other: name(waits_for),
            date: due ? format.date(due) : '',
          }),
        };
      }),
  };
}

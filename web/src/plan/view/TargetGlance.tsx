import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import classes from '../plan.module.css';
import type { PlanGoal, PlanMeasure } from '../queries';
import { inOrder } from '../rules/order';

/** For each measure, where the district and the school want to be at the end. */
export function TargetGlance({ goal, school }: { goal: PlanGoal; school: string }) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const end = ({ targets, unit }: PlanMeasure, who: string | null): string => {
    const target = targets.find(({ school_id }) => (school_id ?? null) === who)?.end_target;
    if (!target) return t('school.glanceNone');
    const value = format.number(target.value, { maximumFractionDigits: 6 });
    return unit === '%' ? `${value}%` : `${value} ${unit}`.trim();
  };
  if (goal.measures.length === 0) return null;
  return (
    <ul className={classes.glance} aria-label={t('school.glance')}>
      {inOrder(goal.measures).map((measure) => (
        <li key={measure.id}>
          {t('school.glanceOf', { measure: measure.name })}{' '}
          {t('school.glanceDistrict', { value: end(measure, null) })}{' '}
          <strong>{t('school.glanceOwn', { value: end(measure, school) })}</strong>
        </li>
      ))}
    </ul>
  );
}

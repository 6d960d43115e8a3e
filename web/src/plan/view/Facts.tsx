import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { usePlanPage } from '../PlanContext';
import classes from '../plan.module.css';
import type { PlanGoal } from '../queries';

/** Who answers for a goal, until when, and where it applies. */
export function GoalFacts({ goal, where = true }: { goal: PlanGoal; where?: boolean }) {
  const { t } = useTranslation('plan');
  const { schoolName, ownerName } = usePlanPage();
  const owner = ownerName(goal);
  const only = goal.schools[0];
  return (
    <dl className={classes.facts}>
      {where && (
        <div>
          <dt>{t('goal.where')}</dt>
          <dd>
            {goal.all_schools
              ? t('goal.all')
              : goal.schools.length === 1
                ? schoolName(only)
                : t('goal.count', { count: goal.schools.length })}
          </dd>
        </div>
      )}
      {goal.for_whom && (
        <div>
          <dt>{t('goal.forWhom')}</dt>
          <dd>{goal.for_whom}</dd>
        </div>
      )}
      {owner && (
        <div>
          <dt>{t('ledBy')}</dt>
          <dd>{owner}</dd>
        </div>
      )}
      {goal.ends_on && (
        <div>
          <dt>{t('goal.by')}</dt>
          <dd>
            <DateText value={goal.ends_on} />
          </dd>
        </div>
      )}
    </dl>
  );
}

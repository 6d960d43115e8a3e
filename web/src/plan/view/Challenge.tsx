import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/app/ui/links';
import { usePlanPage } from '../PlanContext';
import classes from '../plan.module.css';
import type { PlanGoal } from '../queries';

/** What a goal answers: the need and its cause, in a sentence. */
export function Challenge({ goal }: { goal: PlanGoal }) {
  const { t } = useTranslation('plan');
  const { district } = usePlanPage();
  if (!goal.challenge && !goal.need_id) return null;
  return (
    <figure className={classes.challenge}>
      <figcaption>{t('goal.challenge')}</figcaption>
      {goal.challenge && <Text className={classes.summary}>{goal.challenge}</Text>}
      {goal.need_id && (
        <TextLink
          to="/d/$district/needs/$need"
          params={{ district, need: goal.need_id }}
          underline="always"
        >
          {t('goal.toNeed')}
        </TextLink>
      )}
    </figure>
  );
}

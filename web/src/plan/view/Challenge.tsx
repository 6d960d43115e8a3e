import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../plan.module.css';
import type { PlanGoal } from '../queries';

/** What a goal answers: the need and its cause, in a sentence. */
export function Challenge({ goal }: { goal: PlanGoal }) {
  const { t } = useTranslation('plan');
  if (!goal.challenge) return null;
  return (
    <figure className={classes.challenge}>
      <figcaption>{t('goal.challenge')}</figcaption>
      <Text className={classes.summary}>{goal.challenge}</Text>
    </figure>
  );
}

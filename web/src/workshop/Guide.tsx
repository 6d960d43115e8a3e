import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { activityOf, type RoomPack, stepOf } from '@/room/pack';
import classes from './Guide.module.css';
import type { AgendaStep } from './queries';

/** The whole session on a page, to read before and to print: what to say and watch for. */
export function Guide({ pack, agenda }: { pack: RoomPack; agenda: AgendaStep[] }) {
  const { t } = useTranslation('workshop');
  return (
    <Stack gap="lg" maw="46rem" lang={pack.language}>
      <Text>{t('guide.lead')}</Text>
      {agenda.map((step, index) => {
        const activity = activityOf(pack, step.activity_id);
        const first = agenda[index - 1]?.activity_id !== step.activity_id;
        return (
          <section key={step.id}>
            {first && activity && (
              <Title order={2} mb="xs">
                {activity.number}. {activity.title}
              </Title>
            )}
            <Title order={3}>
              {step.title}{' '}
              <Text span c="dimmed" fw={400}>
                {t('minutesShort', { count: step.minutes })}
              </Text>
            </Title>
            <StepGuide pack={pack} step={step} />
          </section>
        );
      })}
    </Stack>
  );
}

/** One step's words for who leads it. */
export function StepGuide({ pack, step }: { pack: RoomPack; step: AgendaStep }) {
  const { t } = useTranslation('workshop');
  const known = stepOf(pack, step.step_id);
  if (!known && step.prompts.length === 0) return null;
  return (
    <dl className={classes.guide}>
      {known && (
        <>
          <dt>{t('guide.do')}</dt>
          <dd>{known.text}</dd>
          <dt>{t('guide.say')}</dt>
          <dd className={classes.say}>{known.facilitator_notes.say}</dd>
          <dt>{t('guide.watch')}</dt>
          <dd>{known.facilitator_notes.watch_for}</dd>
        </>
      )}
      {step.prompts.length > 0 && (
        <>
          <dt>{t('guide.ask')}</dt>
          <dd>{step.prompts.join(' ')}</dd>
        </>
      )}
    </dl>
  );
}

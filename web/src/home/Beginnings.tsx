import { Card, Text, Title } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/app/ui/links';
import { useDistrict } from '@/identity/session';
import classes from './Home.module.css';
import type { Beginning } from './rules';

const places = {
  schools: '/d/$district/import',
  people: '/d/$district/people',
  round: '/d/$district/rounds',
  goals: '/d/$district/plan',
} as const;

/** For a new district: the first steps, and the one that is next. */
export function Beginnings({ steps }: { steps: Beginning[] }) {
  const { t } = useTranslation('home');
  const { id: district } = useDistrict();
  const next = steps.find(({ done }) => !done);
  if (!next) return null;
  return (
    <Card component="section" aria-labelledby="home-begin">
      <Title order={2} id="home-begin">
        {t('begin.title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('begin.lead')}
      </Text>
      <ol className={classes.steps}>
        {steps.map(({ step, done }) => {
          const Icon = done ? IconCircleCheck : IconCircle;
          return (
            <li key={step} className={classes.stepItem} data-tone={done ? 'good' : 'neutral'}>
              <Icon aria-hidden size={26} className={classes.stepIcon} />
              <div>
                <Text fw={600}>
                  {t(`begin.${step}.title`)}
                  {done && ` (${t('begin.done')})`}
                </Text>
                {!done && <Text size="sm">{t(`begin.${step}.text`)}</Text>}
              </div>
              {!done && (
                <ButtonLink
                  to={places[step]}
                  params={{ district }}
                  variant={step === next.step ? 'filled' : 'default'}
                >
                  {t(`begin.${step}.action`)}
                </ButtonLink>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

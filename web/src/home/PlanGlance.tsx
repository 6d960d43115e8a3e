import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/app/ui/links';
import { Money } from '@/app/ui/Money';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import classes from './Home.module.css';
import { Parts } from './Parts';
import type { Home } from './queries';

/** Where the one plan stands. */
export function PlanGlance({ plan }: { plan: Home['plan'] }) {
  const { t } = useTranslation('home');
  const { id: district } = useDistrict();
  const { activities } = plan;
  const count = activities.not_started + activities.in_progress + activities.done;
  return (
    <Card component="section" aria-labelledby="home-plan">
      <Stack gap="md">
        <div>
          <Title order={2} size="h3" id="home-plan">
            {plan.title || t('plan.title')}
          </Title>
          <Text c="dimmed">
            {plan.goals === 0
              ? t('plan.none')
              : [
                  t('plan.goals', { count: plan.goals }),
                  t('plan.strategies', { count: plan.strategies }),
                  t('plan.schools', { count: plan.schools }),
                ].join(' · ')}
          </Text>
        </div>
        {count > 0 && (
          <Parts
            label={t('plan.activities', { count })}
            parts={[
              { status: 'done', count: activities.done },
              { status: 'in_progress', count: activities.in_progress },
              { status: 'not_started', count: activities.not_started },
            ]}
          />
        )}
        {activities.overdue > 0 && (
          <Group>
            <StatusBadge
              status="overdue"
              label={t('plan.overdue', { count: activities.overdue })}
            />
          </Group>
        )}
        {plan.funding_cents > 0 && (
          <Text>
            {t('plan.funding')} <Money cents={plan.funding_cents} />
          </Text>
        )}
        <ButtonLink
          to="/d/$district/plan"
          params={{ district }}
          variant="default"
          className={classes.cardLink}
        >
          {t('plan.open')}
        </ButtonLink>
      </Stack>
    </Card>
  );
}

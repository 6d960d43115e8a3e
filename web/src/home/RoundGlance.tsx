import { Card, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { ButtonLink } from '@/app/ui/links';
import { LEAD, useDistrict, useMay } from '@/identity/session';
import classes from './Home.module.css';
import { Parts } from './Parts';
import type { Home } from './queries';
import { templatesIn } from './rules';

/** Where this year's building templates stand. */
export function RoundGlance({ round }: { round: Home['round'] }) {
  const { t } = useTranslation('home');
  const { id: district } = useDistrict();
  const mayOpen = useMay({ district: LEAD });
  if (!round) {
    return (
      <Card component="section" aria-labelledby="home-round">
        <Stack gap="sm">
          <Title order={2} size="h3" id="home-round">
            {t('round.plain')}
          </Title>
          <Text c="dimmed">{t('round.none')}</Text>
          {mayOpen && (
            <ButtonLink
              to="/d/$district/rounds"
              params={{ district }}
              variant="default"
              className={classes.cardLink}
            >
              {t('round.begin')}
            </ButtonLink>
          )}
        </Stack>
      </Card>
    );
  }
  const { templates, due_on } = round;
  return (
    <Card component="section" aria-labelledby="home-round">
      <Stack gap="md">
        <div>
          <Title order={2} size="h3" id="home-round">
            {t('round.title', { year: round.year })}
          </Title>
          {due_on && (
            <Text c="dimmed">
              {t('due')} <DateText value={due_on} />
            </Text>
          )}
        </div>
        <Parts
          label={t('round.accepted', { accepted: templates.accepted, count: templatesIn(round) })}
          parts={[
            { status: 'accepted', count: templates.accepted },
            { status: 'submitted', count: templates.submitted },
            { status: 'returned', count: templates.returned },
            { status: 'draft', count: templates.draft },
          ]}
        />
        <ButtonLink
          to="/d/$district/rounds/$round"
          params={{ district, round: round.id }}
          variant="default"
          className={classes.cardLink}
        >
          {t('round.open')}
        </ButtonLink>
      </Stack>
    </Card>
  );
}

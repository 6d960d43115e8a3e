import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconUserPlus, IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Wanted } from './AddMember';
import type { Team } from './queries';
import classes from './Team.module.css';

interface GapsProps {
  team: Team;
  /** Who may, adds the missing one right here. */
  onAdd?: ((wanted: Wanted) => void) | undefined;
}

/** Who is missing, why that matters, and the way to change it. */
export function Gaps({ team, onAdd }: GapsProps) {
  const { t } = useTranslation('team');
  const { gaps, needs_decision_maker, complete } = team;
  const leader = team.school_id === null ? 'district-leadership' : 'leadership';
  return (
    <section aria-labelledby="team-gaps">
      <Title order={2} id="team-gaps" mb="sm">
        {t(complete ? 'gaps.completeTitle' : 'gaps.title')}
      </Title>
      {complete ? (
        <Card className={classes.complete} data-tone="good">
          <IconCircleCheck aria-hidden size={24} />
          <Text>{t('gaps.complete')}</Text>
        </Card>
      ) : (
        <Stack gap="sm" component="ul" className={classes.gaps}>
          {gaps.map(({ represents, label, have, need }) => (
            <Missing
              key={represents}
              title={label}
              count={
                have === 0
                  ? t('gaps.nobody', { count: need })
                  : t('gaps.more', { count: need - have, have })
              }
              help={t(`help.${represents}`)}
              action={t('gaps.add')}
              onAdd={onAdd && (() => onAdd({ represents, decision_maker: false }))}
            />
          ))}
          {needs_decision_maker && (
            <Missing
              title={t('gaps.decisionMaker')}
              count={t('gaps.decisionMakerMissing')}
              help={t('gaps.decisionMakerHelp')}
              action={t('gaps.add')}
              onAdd={onAdd && (() => onAdd({ represents: leader, decision_maker: true }))}
            />
          )}
        </Stack>
      )}
    </section>
  );
}

interface MissingProps {
  title: string;
  count: string;
  help: string;
  action: string;
  onAdd: (() => void) | undefined;
}

function Missing({ title, count, help, action, onAdd }: MissingProps) {
  return (
    <li className={classes.gap} data-tone="attention">
      <IconUserQuestion aria-hidden size={28} stroke={1.75} className={classes.icon} />
      <div>
        <Text fw={600}>
          {title}: {count}
        </Text>
        <Text size="sm">{help}</Text>
      </div>
      {onAdd && (
        <Button
          leftSection={<IconUserPlus aria-hidden size={20} />}
          onClick={onAdd}
          aria-label={`${action}: ${title}`}
        >
          {action}
        </Button>
      )}
    </li>
  );
}

import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { useFormat } from '@/app/ui/format';
import { ButtonLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict, useMySchools } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { useSchoolName } from '@/schools/queries';
import { columnsOf, countStates } from './heat';
import { type Round, roundQuery, roundsQuery } from './queries';
import { mayOpenRounds } from './rights';
import { MyTemplates } from './round/MyTemplates';
import { OpenRound } from './rounds/OpenRound';

/** All rounds, the newest with where its schools are. */
export function RoundsPage() {
  const { t } = useTranslation('balance');
  const { id: district, grants } = useDistrict();
  useLive(district, 'rounds');
  const query = useQuery(roundsQuery(district));
  const lead = mayOpenRounds(grants);
  const rounds = query.data ?? [];
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('rounds.lead')}
        actions={lead && rounds.length > 0 && <OpenRound rounds={rounds} />}
      />
      <QueryView query={query}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState
              icon={IconChecklist}
              title={t('rounds.emptyTitle')}
              action={lead && <OpenRound rounds={list} />}
            >
              <p>{t('rounds.empty')}</p>
              {!lead && <p>{t('rounds.emptyWait')}</p>}
            </EmptyState>
          ) : (
            <Stack gap="md">
              {list.map((round, place) => (
                <RoundCard key={round.id} round={round} newest={place === 0} />
              ))}
            </Stack>
          )
        }
      </QueryView>
    </>
  );
}

function RoundCard({ round, newest }: { round: Round; newest: boolean }) {
  const { t } = useTranslation('balance');
  const { id: district } = useDistrict();
  const format = useFormat();
  return (
    <Card component="section" aria-labelledby={round.id}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} id={round.id}>
            {t('rounds.year', { year: round.year })}
          </Title>
          <Text c="dimmed">
            {round.due_on
              ? t('dueBy', { date: format.date(round.due_on, 'long') })
              : t('rounds.noDue')}
          </Text>
        </div>
        <ButtonLink
          to="/d/$district/rounds/$round"
          params={{ district, round: round.id }}
          variant="default"
          aria-label={t('rounds.openOf', { year: round.year })}
        >
          {t('rounds.open')}
        </ButtonLink>
      </Group>
      {newest && <Glance round={round.id} />}
    </Card>
  );
}

const order = ['submitted', 'returned', 'draft', 'accepted'] as const;

function Glance({ round }: { round: string }) {
  const { t } = useTranslation('balance');
  const { id: district } = useDistrict();
  const mine = useMySchools();
  const nameOf = useSchoolName(district);
  const { data } = useQuery(roundQuery(district, round));
  if (!data) return null;
  const columns = columnsOf(data.templates, nameOf);
  const counts = countStates(columns);
  return (
    <Stack gap="md" mt="md">
      <Group gap="xs">
        {order.map((state) => {
          const count = counts.get(state) ?? 0;
          return count === 0 ? null : (
            <StatusBadge key={state} status={state} label={t(`states.${state}`, { count })} />
          );
        })}
      </Group>
      <MyTemplates columns={columns.filter((c) => mine.includes(c.school))} />
    </Stack>
  );
}

import { Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconLayoutDashboard } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keyOf } from '@/api/keys';
import { EmptyState } from '@/app/ui/EmptyState';
import { useFormat } from '@/app/ui/format';
import { ButtonLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { Parts } from '@/home/Parts';
import { useDistrict, useSession } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { Compare } from './Compare';
import { FilterBar } from './FilterBar';
import { Matrix } from './Matrix';
import { type Dashboard, dashboardQuery, type Filter } from './queries';
import { allOf, unknownOf } from './rules';
import { Together } from './Together';

/** The whole district on one page, by goal and by school. */
export function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const { id: district } = useDistrict();
  const districts = useSession()?.districts.length ?? 0;
  const filter: Filter = useSearch({ strict: false });
  const dashboard = [keyOf(district, 'dashboard')];
  useLive(district, 'plan', dashboard);
  useLive(district, 'rounds', dashboard);
  useLive(district, 'schools', dashboard);
  useLive(district, 'monitoring', dashboard);
  useLive(district, 'barriers', dashboard);
  useLive(district, 'communications', dashboard);
  useLive(district, 'agreements', dashboard);
  const query = useQuery(dashboardQuery(district, filter));
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          districts > 1 && (
            <ButtonLink to="/d/$district/districts" params={{ district }} variant="default">
              {t('allDistricts')}
            </ButtonLink>
          )
        }
      />
      <QueryView query={query} rows={8}>
        {(seen) => <Seen seen={seen} filter={filter} />}
      </QueryView>
    </>
  );
}

function Seen({ seen, filter }: { seen: Dashboard; filter: Filter }) {
  const { t } = useTranslation('dashboard');
  const { id: district } = useDistrict();
  if (seen.goals.length === 0 && !filter.goal) {
    return (
      <EmptyState
        icon={IconLayoutDashboard}
        title={t('empty.title')}
        action={
          <ButtonLink to="/d/$district/plan" params={{ district }}>
            {t('empty.action')}
          </ButtonLink>
        }
      >
        {t('empty.text')}
      </EmptyState>
    );
  }
  return (
    <Stack gap="xl">
      <FilterBar seen={seen} filter={filter} />
      <Totals seen={seen} />
      <section aria-labelledby="matrix">
        <Title order={2} id="matrix">
          {t('matrix.title')}
        </Title>
        <Text c="dimmed" mb="md" maw="46rem">
          {t('matrix.text', { year: seen.year })}
        </Text>
        <Matrix seen={seen} />
      </section>
      <Together seen={seen} />
      {seen.schools.length > 1 && <Compare seen={seen} />}
    </Stack>
  );
}

function Totals({ seen }: { seen: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const { tally, course } = seen;
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <Card>
        <Title order={2} size="h4" mb="xs">
          {t('totals.activities')}
        </Title>
        <Parts
          label={t('activities', { count: allOf(tally) })}
          parts={[
            { status: 'done', count: tally.done },
            { status: 'in_progress', count: tally.in_progress },
            { status: 'not_started', count: tally.not_started },
          ]}
        />
        {tally.late > 0 && (
          <Group mt="xs">
            <StatusBadge status="overdue" label={t('late', { count: tally.late })} />
          </Group>
        )}
      </Card>
      <Card>
        <Title order={2} size="h4" mb="xs">
          {t('totals.measures')}
        </Title>
        <Text>{t('course.targets', { count: course.with_target })}</Text>
        <Text>{t('course.on', { count: course.on_track })}</Text>
        <Text>{t('course.off', { count: course.off_track })}</Text>
        <Text c="dimmed">{t('course.unknown', { count: unknownOf(course) })}</Text>
      </Card>
      <Card>
        <Title order={2} size="h4" mb="xs">
          {t('totals.money', { year: seen.year })}
        </Title>
        <Text fz="xl" fw={700}>
          {format.money(tally.cents)}
        </Text>
        <Text>{t('totals.used', { amount: format.money(tally.used_cents) })}</Text>
        <Text c="dimmed">
          {[
            t('goals', { count: seen.goals.length }),
            t('schools', { count: seen.schools.length }),
          ].join(' · ')}
        </Text>
      </Card>
    </SimpleGrid>
  );
}

import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { useFormat } from '@/app/ui/format';
import { ButtonLink, TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict, useMySchools } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { useSchools } from '@/schools/queries';
import { formOf } from './form';
import { columnsOf } from './heat';
import { packQuery, type RoundDetail, roundQuery } from './queries';
import { mayOpenRounds } from './rights';
import { AnswersDrawer, type Shown } from './round/AnswersDrawer';
import { HeatList } from './round/HeatList';
import { HeatMap } from './round/HeatMap';
import { MyTemplates } from './round/MyTemplates';
import { Legend } from './round/Rating';
import { SchoolStates } from './round/SchoolStates';
import { DueDate } from './rounds/DueDate';

/** A school year's templates side by side. */
export function RoundPage() {
  const { district = '', round = '' } = useParams({ strict: false });
  useLive(district, 'rounds');
  const query = useQuery(roundQuery(district, round));
  return (
    <QueryView query={query} page>
      {(found) => <Round round={found} />}
    </QueryView>
  );
}

function Round({ round }: { round: RoundDetail }) {
  const { t } = useTranslation(['balance', 'app']);
  const { id: district, grants } = useDistrict();
  const format = useFormat();
  const mine = useMySchools();
  const { data: schools = [] } = useSchools(district);
  const columns = columnsOf(
    round.templates,
    (id) => schools.find((school) => school.id === id)?.name ?? '',
  );
  const ours = round.templates.find(({ kind }) => kind === 'district');
  return (
    <>
      <PageHeader
        title={t('roundOf', { year: round.year })}
        above={
          <TextLink to="/d/$district/rounds" params={{ district }}>
            {t('rounds.all')}
          </TextLink>
        }
        lead={
          round.due_on ? t('dueBy', { date: format.date(round.due_on, 'long') }) : t('rounds.noDue')
        }
        actions={mayOpenRounds(grants) && <DueDate round={round} />}
      />
      <Stack gap="xl">
        <MyTemplates columns={columns.filter((c) => mine.includes(c.school))} />
        <section aria-labelledby="states">
          <Title order={2} id="states" mb="sm">
            {t('states.title')}
          </Title>
          <SchoolStates columns={columns} />
        </section>
        {ours && (
          <Card component="section" aria-labelledby="ours">
            <Group justify="space-between">
              <div>
                <Group gap="sm" mb={4}>
                  <Title order={2} id="ours" size="h3">
                    {t('ours.title')}
                  </Title>
                  <StatusBadge status={ours.state} />
                </Group>
                <Text c="dimmed">
                  {t('ours.text')}{' '}
                  {t('progress.rated', {
                    count: ours.progress.answered,
                    total: ours.progress.total,
                  })}
                </Text>
              </div>
              <ButtonLink
                to="/d/$district/templates/$template"
                params={{ district, template: ours.id }}
                variant="default"
              >
                {t('ours.open')}
              </ButtonLink>
            </Group>
          </Card>
        )}
        <section aria-labelledby="heat">
          <Title order={2} id="heat" mb={4}>
            {t('heat.title')}
          </Title>
          <SideBySide round={round} columns={columns} />
        </section>
      </Stack>
    </>
  );
}

function SideBySide({
  round,
  columns,
}: {
  round: RoundDetail;
  columns: ReturnType<typeof columnsOf>;
}) {
  const { t } = useTranslation('balance');
  const { id: district } = useDistrict();
  const navigate = useNavigate();
  const shown: Shown = useSearch({ from: '/d/$district/rounds/$round' });
  const pack = useQuery(packQuery(district, round.pack_id, round.pack_version));
  const form = useMemo(() => (pack.data ? formOf(pack.data, 'building') : null), [pack.data]);
  const show = (search: Shown) =>
    void navigate({
      to: '/d/$district/rounds/$round',
      params: { district, round: round.id },
      search,
      replace: true,
      resetScroll: false,
    });
  if (columns.every(({ template }) => template.submissions === 0)) {
    return (
      <EmptyState icon={IconClipboardText} title={t('heat.emptyTitle')}>
        {t('heat.empty')}
      </EmptyState>
    );
  }
  return (
    <QueryView query={pack}>
      {() =>
        form && (
          <Stack gap="sm">
            <Text c="dimmed" visibleFrom="sm">
              {t('heat.lead')}
            </Text>
            <Legend />
            <Stack visibleFrom="sm">
              <HeatMap form={form} columns={columns} show={show} />
            </Stack>
            <Stack hiddenFrom="sm">
              <HeatList form={form} columns={columns} show={show} />
            </Stack>
            <AnswersDrawer
              round={round.id}
              form={form}
              columns={columns}
              shown={shown}
              show={show}
            />
          </Stack>
        )
      }
    </QueryView>
  );
}

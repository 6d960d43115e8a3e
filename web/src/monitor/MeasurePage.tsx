import { Card, Group, Select, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import { TrackBadge } from './badges';
import classes from './monitor.module.css';
import {
  type MeasurePlace,
  type MeasureProgress,
  measureQuery,
  useMonitoringLive,
} from './queries';
import { ChartSays } from './results/ChartSays';
import { GroupsTable, ValuesTable } from './results/ValuesTable';
import { useValueWords } from './useValueWords';

const RunChart = lazy(() => import('./results/RunChart'));

/** One measure over time in one place, what its chart says, and the numbers. */
export function MeasurePage() {
  const { id: district } = useDistrict();
  const { measure } = useParams({ from: '/d/$district/monitoring/results/$measure' });
  const query = useQuery(measureQuery(district, measure));
  useMonitoringLive(district);
  return (
    <QueryView query={query} page>
      {(progress) => <MeasureView progress={progress} />}
    </QueryView>
  );
}

function MeasureView({ progress }: { progress: MeasureProgress }) {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const { school } = useSearch({ from: '/d/$district/monitoring/results/$measure' });
  const navigate = useNavigate();
  const schoolName = useSchoolName(district);
  const nameOf = (place: MeasurePlace) =>
    place.school_id ? schoolName(place.school_id) : t('theDistrict');
  const place = progress.places.find(({ school_id }) => school_id === school) ?? progress.places[0];
  if (!place) return null;
  return (
    <>
      <PageHeader
        above={
          <TextLink to="/d/$district/monitoring/results" params={{ district }}>
            {t('results.title')}
          </TextLink>
        }
        title={progress.name}
        badge={<TrackBadge track={place.track} />}
        lead={progress.goal_title}
      />
      <Stack gap="lg">
        <Select
          label={t('results.place')}
          data={progress.places.map((one) => ({
            value: one.school_id ?? 'district',
            label: nameOf(one),
          }))}
          value={place.school_id ?? 'district'}
          allowDeselect={false}
          searchable
          maw="24rem"
          onChange={(picked) =>
            void navigate({
              to: '/d/$district/monitoring/results/$measure',
              params: { district, measure: progress.measure_id },
              search: picked && picked !== 'district' ? { school: picked } : {},
              replace: true,
              resetScroll: false,
            })
          }
        />
        <Facts place={place} progress={progress} />
        <Card>
          <Title order={2} mb="sm">
            {t('results.overTime')}
          </Title>
          <ChartSays chart={place.chart} />
          {place.values.some(({ value }) => value !== null) && (
            <Suspense fallback={<Skeleton h={320} mt="md" />}>
              <RunChart
                place={place}
                unit={progress.unit}
                label={t('results.chart', { measure: progress.name, place: nameOf(place) })}
              />
            </Suspense>
          )}
          <ValuesTable progress={progress} place={place} name={nameOf(place)} />
        </Card>
        {place.groups.length > 0 && (
          <Card>
            <Title order={2} mb={4}>
              {t('results.groups')}
            </Title>
            <Text c="dimmed" mb="sm">
              {t('results.groupsHelp')}
            </Text>
            <GroupsTable progress={progress} place={place} name={nameOf(place)} />
          </Card>
        )}
        <Text c="dimmed" size="sm">
          {t('results.method')}
        </Text>
      </Stack>
    </>
  );
}

function Facts({ place, progress }: { place: MeasurePlace; progress: MeasureProgress }) {
  const { t } = useTranslation('monitor');
  const format = useFormat();
  const words = useValueWords(progress.unit);
  const { latest, targets, expected } = place;
  const dated = (point: { on: string; value: number } | null | undefined) =>
    point
      ? t('results.valueOn', { value: words.plain(point.value), date: format.date(point.on) })
      : '–';
  return (
    <Card>
      <dl className={classes.facts}>
        <div>
          <dt>{t('results.latest')}</dt>
          <dd>
            {latest
              ? t('results.valueOn', {
                  value: words.value(latest),
                  date: format.date(latest.taken_on),
                })
              : t('values.none')}
          </dd>
        </div>
        <div>
          <dt>{t('results.expected')}</dt>
          <dd>{expected === null || expected === undefined ? '–' : words.plain(expected)}</dd>
        </div>
        <div>
          <dt>{t('results.baseline')}</dt>
          <dd>{dated(targets.baseline)}</dd>
        </div>
        <div>
          <dt>{t('results.endTarget')}</dt>
          <dd>{dated(targets.end_target)}</dd>
        </div>
      </dl>
      <Group mt="md">
        <Text>
          {t(`trackMeans.${place.track}`)}
          {place.could_be_chance ? ` ${t('results.chance')}` : ''}
        </Text>
      </Group>
    </Card>
  );
}

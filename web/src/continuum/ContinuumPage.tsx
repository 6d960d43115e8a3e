import { Stack, Table, Text, Title } from '@mantine/core';
import { IconArrowsDiff, IconStairs } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '@/api/client';
import { keyOf } from '@/api/keys';
import { DateText } from '@/app/ui/DateText';
import { EmptyState } from '@/app/ui/EmptyState';
import { useFormat } from '@/app/ui/format';
import { ButtonLink, TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { ToneBadge } from '@/app/ui/StatusBadge';
import { TableRegion } from '@/app/ui/TableRegion';
import { useDistrict } from '@/identity/session';
import { levelColor } from '@/room/parts/Continuum';
import '@/room/parts/levels.css';
import { useSchoolName } from '@/schools/queries';
import classes from './Continuum.module.css';
import {
  type Continuum,
  gapOf,
  latestOfSchools,
  levelWords,
  lineOf,
  placeOf,
  standing,
} from './rules';

const RowChart = lazy(() => import('./RowChart'));

export const continuumQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'continuum', i18next.language),
    queryFn: () =>
      body(api.GET('/districts/{district}/continuum', { params: { path: { district } } })),
  });

/** Every session that rated the continuum: where the district stands, and how it has moved. */
export function ContinuumPage() {
  const { t } = useTranslation('continuum');
  const { id: district } = useDistrict();
  const query = useQuery(continuumQuery(district));
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <QueryView query={query}>
        {(continuum) =>
          continuum.sessions.length === 0 ? (
            <EmptyState
              icon={IconStairs}
              title={t('emptyTitle')}
              action={
                <ButtonLink to="/d/$district/workshops" params={{ district }}>
                  {t('emptyAction')}
                </ButtonLink>
              }
            >
              {t('empty')}
            </EmptyState>
          ) : (
            <Stack gap="xl">
              <DistrictRows continuum={continuum} />
              <SchoolsNow continuum={continuum} />
              <AllFigures continuum={continuum} />
            </Stack>
          )
        }
      </QueryView>
    </>
  );
}

function useLevelText(continuum: Continuum): (place: number) => string {
  const { t } = useTranslation('continuum');
  return (place) => {
    const words = levelWords(continuum, place);
    return 'one' in words ? words.one : t('between', words);
  };
}

function DistrictRows({ continuum }: { continuum: Continuum }) {
  const { t } = useTranslation('continuum');
  const text = useLevelText(continuum);
  return (
    <section>
      <Title order={2} mb="sm">
        {t('districtLine')}
      </Title>
      <div className={classes.rows}>
        {continuum.rows.map((row) => {
          const line = lineOf(continuum, row.id);
          const now = line.at(-1);
          const first = line[0];
          const gap = now ? gapOf(now.point) : null;
          return (
            <article key={row.id} id={row.id} className={classes.row}>
              <Title order={3} size="h4">
                {row.title}
              </Title>
              {now ? (
                <>
                  <Scale continuum={continuum} place={now.place} />
                  <Text fw={650}>
                    {now.point.consensus || now.point.median === null
                      ? text(now.place)
                      : `${text(now.place)} (${t('dissent')})`}
                  </Text>
                  {now.point.desired && (
                    <Text size="sm" c="dimmed">
                      {t('goal', {
                        level: text(placeOf(continuum, now.point.desired) ?? now.place),
                      })}
                    </Text>
                  )}
                  {first && first !== now && first.place !== now.place && (
                    <Text size="sm">
                      {t('change', {
                        from: text(first.place),
                        to: text(now.place),
                        year: first.session.year,
                      })}
                    </Text>
                  )}
                  {now.point.district_median !== null && now.point.school_median !== null && (
                    <Text size="sm" c="dimmed">
                      {t('districtView')}: {text(now.point.district_median)} · {t('schoolView')}:{' '}
                      {text(now.point.school_median)}
                    </Text>
                  )}
                  {gap !== null && gap >= 1 && (
                    <ToneBadge icon={IconArrowsDiff} tone="attention">
                      {t('differ', { count: gap })}
                    </ToneBadge>
                  )}
                  {line.length > 1 && (
                    <Suspense fallback={<div className={classes.chart} />}>
                      <RowChart
                        continuum={continuum}
                        line={line}
                        label={t('chartOf', { row: row.title })}
                      />
                    </Suspense>
                  )}
                </>
              ) : (
                <Text c="dimmed">{t('notRated')}</Text>
              )}
            </article>
          );
        })}
      </div>
    </section>
  );
}

/** Where on the way from left to right: filled up to the place, with the level's name beside. */
function Scale({ continuum, place }: { continuum: Continuum; place: number }) {
  const of = continuum.levels.length;
  return (
    <div className={classes.scale} aria-hidden>
      {continuum.levels.map(({ id }, index) => (
        <span
          key={id}
          style={{ background: index < place ? levelColor(index, of) : 'var(--level-none)' }}
        />
      ))}
    </div>
  );
}

function SchoolsNow({ continuum }: { continuum: Continuum }) {
  const { t } = useTranslation('continuum');
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  const text = useLevelText(continuum);
  const latest = [...latestOfSchools(continuum)];
  if (latest.length === 0) return null;
  return (
    <section>
      <Title order={2} mb={4}>
        {t('latest')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('latestLead')}
      </Text>
      <TableRegion label={t('latest')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('schools')}</Table.Th>
              <Table.Th>{t('heldOn')}</Table.Th>
              {continuum.rows.map(({ id, title }) => (
                <Table.Th key={id}>{title}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {latest.map(([school, session]) => (
              <Table.Tr key={school}>
                <Table.Th scope="row">{schoolName(school)}</Table.Th>
                <Table.Td>
                  <DateText value={session.held_on} />
                </Table.Td>
                {continuum.rows.map(({ id }) => {
                  const point = session.rows.find(({ subject }) => subject === id);
                  const place = point ? standing(continuum, point) : null;
                  return <Table.Td key={id}>{place === null ? '–' : text(place)}</Table.Td>;
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableRegion>
    </section>
  );
}

/** The same numbers as the lines above, and those they were drawn from. */
function AllFigures({ continuum }: { continuum: Continuum }) {
  const { t } = useTranslation(['continuum', 'app']);
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  const format = useFormat();
  const text = useLevelText(continuum);
  const figure = (n: number | null) => (n === null ? t('tooFew') : text(n));
  return (
    <section>
      <Title order={2} mb="sm">
        {t('table')}
      </Title>
      <TableRegion label={t('table')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {(
                [
                  'session',
                  'heldOn',
                  'people',
                  'row',
                  'room',
                  'median',
                  'districtView',
                  'schoolView',
                  'agreement',
                ] as const
              ).map((column) => (
                <Table.Th key={column}>{t(column)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...continuum.sessions].reverse().map((session) =>
              session.rows.map((point, index) => (
                <Table.Tr key={`${session.workshop_id} ${point.subject}`}>
                  {index === 0 && (
                    <>
                      <Table.Td rowSpan={session.rows.length}>
                        <TextLink
                          to="/d/$district/workshops/$workshop"
                          params={{ district, workshop: session.workshop_id }}
                        >
                          {session.title}
                        </TextLink>
                        <Text size="sm" c="dimmed">
                          {session.school_id ? schoolName(session.school_id) : t('app:district')}
                        </Text>
                      </Table.Td>
                      <Table.Td rowSpan={session.rows.length}>
                        <DateText value={session.held_on} />
                      </Table.Td>
                      <Table.Td rowSpan={session.rows.length}>{session.people}</Table.Td>
                    </>
                  )}
                  <Table.Th scope="row">
                    {continuum.rows.find(({ id }) => id === point.subject)?.title ?? point.subject}
                  </Table.Th>
                  <Table.Td>
                    {point.consensus
                      ? text(placeOf(continuum, point.consensus) ?? 0)
                      : t('dissent')}
                  </Table.Td>
                  <Table.Td>{figure(point.median)}</Table.Td>
                  <Table.Td>{figure(point.district_median)}</Table.Td>
                  <Table.Td>{figure(point.school_median)}</Table.Td>
                  <Table.Td>
                    {point.agreement === null
                      ? '–'
                      : format.number(point.agreement, {
                          minimumFractionDigits: 2,
                          maximumFractionDigits: 2,
                        })}
                  </Table.Td>
                </Table.Tr>
              )),
            )}
          </Table.Tbody>
        </Table>
      </TableRegion>
    </section>
  );
}

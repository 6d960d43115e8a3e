import { Stack, Title } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { TableRegion } from '@/app/ui/TableRegion';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import { TrackBadge } from './badges';
import { MonitorNav } from './MonitorNav';
import classes from './monitor.module.css';
import { type MeasureGlance, progressQuery, type TrackCell, useMonitoringLive } from './queries';
import { useSignalWords } from './results/useSignalWords';
import { useValueWords } from './useValueWords';

/** Where every measure stands against its targets, for the district and each school. */
export function ResultsPage() {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const query = useQuery(progressQuery(district));
  useMonitoringLive(district);
  return (
    <>
      <PageHeader title={t('results.title')} lead={t('results.lead')} />
      <MonitorNav />
      <QueryView query={query}>
        {(measures) =>
          measures.length === 0 ? (
            <EmptyState
              icon={IconChartLine}
              title={t('results.none')}
              action={
                <TextLink to="/d/$district/plan" params={{ district }}>
                  {t('toPlan')}
                </TextLink>
              }
            >
              {t('results.noneText')}
            </EmptyState>
          ) : (
            <Stack gap="xl">
              {[...new Set(measures.map(({ goal_id }) => goal_id))].map((goal) => {
                const own = measures.filter(({ goal_id }) => goal_id === goal);
                return (
                  <section key={goal} aria-labelledby={`goal-${goal}`}>
                    <Title order={2} id={`goal-${goal}`} mb="sm" dir="auto">
                      {own[0]?.goal_title}
                    </Title>
                    <GoalTable measures={own} caption={own[0]?.goal_title ?? ''} />
                  </section>
                );
              })}
            </Stack>
          )
        }
      </QueryView>
    </>
  );
}

function GoalTable({ measures, caption }: { measures: MeasureGlance[]; caption: string }) {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  const places = measures[0]?.places.map(({ school_id }) => school_id ?? null) ?? [];
  return (
    <TableRegion label={caption}>
      <table className={classes.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.sticky}>
              {t('cycles.school')}
            </th>
            {measures.map((measure) => (
              <th key={measure.measure_id} scope="col" dir="auto">
                <TextLink
                  to="/d/$district/monitoring/results/$measure"
                  params={{ district, measure: measure.measure_id }}
                >
                  {measure.name}
                </TextLink>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((school) => {
            const name = school ? schoolName(school) : t('theDistrict');
            return (
              <tr key={school ?? ''}>
                <th scope="row" className={classes.sticky} dir="auto">
                  {name}
                </th>
                {measures.map((measure) => {
                  const cell = measure.places.find((place) => (place.school_id ?? null) === school);
                  return (
                    <td key={measure.measure_id}>
                      {cell && <Cell cell={cell} measure={measure} name={name} />}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}

interface CellProps {
  cell: TrackCell;
  measure: MeasureGlance;
  name: string;
}

function Cell({ cell, measure, name }: CellProps) {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const { commas } = useFormat();
  const words = useValueWords(measure.unit);
  const signals = useSignalWords();
  const said = [
    cell.latest ? words.value(cell.latest) : '',
    cell.signal ? signals.short(cell.signal) : '',
  ].filter(Boolean);
  return (
    <Link
      to="/d/$district/monitoring/results/$measure"
      params={{ district, measure: measure.measure_id }}
      search={cell.school_id ? { school: cell.school_id } : {}}
      className={classes.cell}
      aria-label={commas([name, `${measure.name}: ${t(`track.${cell.track}`)}`, ...said])}
    >
      <TrackBadge track={cell.track} />
      {said.map((text) => (
        <span key={text} className={`${classes.small} ${classes.open}`}>
          {text}
        </span>
      ))}
    </Link>
  );
}

import { Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { TableRegion } from '@/app/ui/TableRegion';
import { useDistrict } from '@/identity/session';
import classes from './Dashboard.module.css';
import type { Dashboard, Place } from './queries';

/** How district and schools work together: what was reported, and what waits; each number leads there. */
export function Together({ seen }: { seen: Dashboard }) {
  const { t } = useTranslation('dashboard');
  const names = new Map(seen.schools.map(({ id, name }) => [id, name]));
  const columns = ['reports', 'barriers', 'communications', 'commitments', 'decisions', 'learning'];
  return (
    <section aria-labelledby="together">
      <Title order={2} id="together">
        {t('together.title')}
      </Title>
      <Text c="dimmed" mb="md" maw="46rem">
        {t('together.text', { year: seen.year })}
      </Text>
      <TableRegion label={t('together.title')}>
        <table className={classes.plain}>
          <thead>
            <tr>
              <th scope="col">{t('matrix.place')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`together.${column}` as 'together.reports')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {seen.together.map((place) => (
              <Row
                key={place.school_id ?? ''}
                place={place}
                name={names.get(place.school_id ?? '') ?? t('matrix.district')}
                year={seen.year}
              />
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}

function Row({ place, name, year }: { place: Place; name: string; year: string }) {
  const { t } = useTranslation('dashboard');
  const { number } = useFormat();
  const { id: district } = useDistrict();
  const search = place.school_id ? { school: place.school_id } : {};
  const both = (all: number, waiting: number, words: 'waits' | 'due') => (
    <>
      {number(all)}
      {waiting > 0 && (
        <>
          {' · '}
          <strong>{t(`together.${words}`, { count: waiting })}</strong>
        </>
      )}
    </>
  );
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {place.report_id ? (
          <Link
            to="/d/$district/monitoring/reports/$report"
            params={{ district, report: place.report_id }}
            className={classes.way}
          >
            {t('compare.of', { met: place.reports_in, count: place.reports })}
            {place.reports_late > 0 && (
              <>
                {' · '}
                <strong>{t('together.late', { count: place.reports_late })}</strong>
              </>
            )}
          </Link>
        ) : (
          <Link
            to="/d/$district/monitoring"
            params={{ district }}
            search={{ year }}
            className={classes.way}
          >
            {t('together.noCycle')}
          </Link>
        )}
      </td>
      <td>
        <Link
          to="/d/$district/barriers"
          params={{ district }}
          search={search}
          className={classes.way}
        >
          {both(place.barriers_open, place.barriers_waiting, 'waits')}
        </Link>
      </td>
      <td>
        <Link
          to="/d/$district/communication"
          params={{ district }}
          search={search}
          className={classes.way}
        >
          {both(place.communications, place.communications_due, 'due')}
        </Link>
      </td>
      <td>
        {place.school_id ? (
          <Link
            to="/d/$district/commitments"
            params={{ district }}
            search={search}
            className={classes.way}
          >
            {both(place.commitments_open, place.commitments_waiting, 'waits')}
          </Link>
        ) : (
          '–'
        )}
      </td>
      <td>
        <Link
          to="/d/$district/decisions"
          params={{ district }}
          search={search}
          className={classes.way}
        >
          {t('together.written', { decisions: place.decisions, procedures: place.procedures })}
        </Link>
      </td>
      <td>
        {place.school_id ? (
          <Link
            to="/d/$district/monitoring/learning"
            params={{ district }}
            search={search}
            className={classes.way}
          >
            {number(place.learning_cycles)}
          </Link>
        ) : (
          <Link to="/d/$district/workshops" params={{ district }} className={classes.way}>
            {t('together.workshops', { count: place.workshops })}
          </Link>
        )}
      </td>
    </tr>
  );
}

import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { TableRegion } from '@/app/ui/TableRegion';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import { StandingBadge } from '../badges';
import classes from '../monitor.module.css';
import type { CycleView, ReportGlance } from '../queries';
import { gridRows, tallies } from '../rules';
import { EditCycle } from './CycleDialog';

interface ReportGridProps {
  cycles: CycleView[];
  lead: boolean;
}

/** A row for the district and each school, a column for each cycle; every cell leads to its report. */
export function ReportGrid({ cycles, lead }: ReportGridProps) {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  const format = useFormat();
  const name = (school: string | null) => (school ? schoolName(school) : t('theDistrict'));
  const rows = gridRows(cycles, name);
  return (
    <TableRegion label={t('cycles.table')}>
      <table className={classes.table}>
        <caption>{t('cycles.table')}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.sticky}>
              {t('cycles.school')}
            </th>
            {cycles.map((cycle) => {
              const { late, missing } = tallies(cycle);
              return (
                <th key={cycle.id} scope="col">
                  <span dir="auto">{cycle.name}</span>
                  <span className={classes.small}>
                    {t('cycles.due', { date: format.date(cycle.due_on) })}
                  </span>
                  {late + missing > 0 && (
                    <span className={classes.small}>
                      {[
                        late > 0 ? t('cycles.late', { count: late }) : '',
                        missing > 0 ? t('cycles.missing', { count: missing }) : '',
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  )}
                  {lead && <EditCycle cycle={cycle} />}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ school, reports }) => (
            <tr key={school ?? ''}>
              <th scope="row" className={classes.sticky} dir="auto">
                {name(school)}
              </th>
              {reports.map((report, place) => (
                <td key={cycles[place]?.id}>
                  {report ? (
                    <Cell report={report} of={`${name(school)}, ${cycles[place]?.name}`} />
                  ) : (
                    <Text size="sm" c="dimmed">
                      {t('cycles.notAsked')}
                    </Text>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function Cell({ report, of }: { report: ReportGlance; of: string }) {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const format = useFormat();
  const submitted = report.standing === 'submitted' || report.standing === 'submitted_late';
  return (
    <Link
      to="/d/$district/monitoring/reports/$report"
      params={{ district, report: report.id }}
      className={classes.cell}
      aria-label={t('cycles.open', { of, standing: t(`standing.${report.standing}`) })}
    >
      <StandingBadge standing={report.standing} />
      <span className={`${classes.small} ${classes.open}`}>
        {submitted && report.submitted_at
          ? format.date(report.submitted_at)
          : t('cycles.rated', { rated: report.rated, count: report.of })}
      </span>
    </Link>
  );
}

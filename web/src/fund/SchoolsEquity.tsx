import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { Money } from '@/app/ui/Money';
import { TableRegion } from '@/app/ui/TableRegion';
import tables from '@/plan/view/tables.module.css';
import type { Equity } from './queries';
import { byNeed, totalOfSchool } from './rules';

interface SchoolsEquityProps {
  equity: Equity;
  schoolName: (school: string) => string;
}

/** Each school's need and money: the numbers of the chart. */
export function SchoolsEquity({ equity, schoolName }: SchoolsEquityProps) {
  const { t } = useTranslation('fund');
  const format = useFormat();
  const caption = t('equity.table', { year: equity.year });
  const money = (cents: number | null) => (cents === null ? '–' : <Money cents={cents} />);
  // A share is a computed number: its cents say nothing.
  const dollars = (cents: number | null) =>
    cents === null ? '–' : <Money cents={Math.round(cents / 100) * 100} />;
  return (
    <TableRegion label={caption}>
      <table className={tables.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('equity.school')}</th>
            {(['pupils', 'need', 'own', 'shared', 'all', 'perPupil', 'perWeighted'] as const).map(
              (name) => (
                <th scope="col" key={name} className={tables.amount}>
                  {t(`equity.${name}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {byNeed(equity.schools, schoolName).map((school) => (
            <tr key={school.school_id}>
              <th scope="row">
                {schoolName(school.school_id)}
                {school.standing !== 'counted' && (
                  <Text size="sm" c="dimmed">
                    {t(`equity.standing.${school.standing}`)}
                  </Text>
                )}
              </th>
              <td className={tables.amount}>
                {school.pupils === null ? '–' : format.number(school.pupils)}
              </td>
              <td className={tables.amount}>
                {school.need === null
                  ? '–'
                  : format.number(school.need, {
                      minimumFractionDigits: 2,
                      maximumFractionDigits: 2,
                    })}
              </td>
              <td className={tables.amount}>
                <Money cents={school.own_cents} />
              </td>
              <td className={tables.amount}>{dollars(school.shared_cents)}</td>
              <td className={tables.amount}>{dollars(totalOfSchool(school))}</td>
              <td className={tables.amount}>{money(school.per_pupil_cents)}</td>
              <td className={tables.amount}>{money(school.per_weighted_pupil_cents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

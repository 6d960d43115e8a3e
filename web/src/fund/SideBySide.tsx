import { useTranslation } from 'react-i18next';
import { Money } from '@/app/ui/Money';
import { TableRegion } from '@/app/ui/TableRegion';
import { usePlanPage } from '@/plan/PlanContext';
import type { Plan } from '@/plan/queries';
import { Section } from '@/plan/view/Section';
import tables from '@/plan/view/tables.module.css';
import { useLineNames } from './lineNames';
import type { WhatIf } from './queries';
import { byNeed, totalOfSchool } from './rules';
import { Statistics } from './Statistics';

const columns = ['all', 'perPupil', 'perWeighted'] as const;

/** As it is and as it would be: the lines, each school, and the statistics. */
export function SideBySide({ plan, whatIf }: { plan: Plan; whatIf: WhatIf }) {
  const { t } = useTranslation('fund');
  const { schoolName } = usePlanPage();
  const names = useLineNames(plan);
  const { before, after, lines } = whatIf;
  const then = new Map(after.schools.map((school) => [school.school_id, school]));
  const money = (cents: number | null | undefined) =>
    cents === null || cents === undefined ? '–' : <Money cents={cents} />;
  const dollars = (cents: number | undefined) =>
    cents === undefined ? '–' : <Money cents={Math.round(cents / 100) * 100} />;
  const heads = (
    <>
      <th scope="col" className={tables.amount}>
        {t('whatIf.before')}
      </th>
      <th scope="col" className={tables.amount}>
        {t('whatIf.after')}
      </th>
    </>
  );
  return (
    <>
      <Section id="changed-lines" title={t('whatIf.lines')}>
        <TableRegion label={t('whatIf.lines')}>
          <table className={tables.table}>
            <caption>{t('whatIf.lines')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('where.head.line')}</th>
                {heads}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.line_id ?? `${line.strategy_id} ${line.school_id} ${line.source_id}`}>
                  <th scope="row">
                    {names.source(line.source_id)}
                    <span className={tables.when}>
                      {names.place(line.school_id, line.strategy_id)}
                      {line.line_id === null && ` (${t('whatIf.isNew')})`}
                    </span>
                  </th>
                  <td className={tables.amount}>{money(line.before_cents)}</td>
                  <td className={tables.amount}>{money(line.after_cents)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      </Section>
      <Section id="changed-schools" title={t('whatIf.schools')}>
        <TableRegion label={t('whatIf.schools')}>
          <table className={tables.table}>
            <caption>{t('whatIf.schools')}</caption>
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>
                  {t('equity.school')}
                </th>
                {columns.map((name) => (
                  <th scope="colgroup" key={name} colSpan={2} className={tables.amount}>
                    {t(`equity.${name}`)}
                  </th>
                ))}
              </tr>
              <tr>
                {columns.flatMap((name) =>
                  (['before', 'after'] as const).map((when) => (
                    <th scope="col" key={`${name} ${when}`} className={tables.amount}>
                      {t(`whatIf.${when}`)}
                    </th>
                  )),
                )}
              </tr>
            </thead>
            <tbody>
              {byNeed(before.schools, schoolName).map((school) => {
                const later = then.get(school.school_id);
                return (
                  <tr key={school.school_id}>
                    <th scope="row">{schoolName(school.school_id)}</th>
                    <td className={tables.amount}>{dollars(totalOfSchool(school))}</td>
                    <td className={tables.amount}>{dollars(later && totalOfSchool(later))}</td>
                    <td className={tables.amount}>{money(school.per_pupil_cents)}</td>
                    <td className={tables.amount}>{money(later?.per_pupil_cents)}</td>
                    <td className={tables.amount}>{money(school.per_weighted_pupil_cents)}</td>
                    <td className={tables.amount}>{money(later?.per_weighted_pupil_cents)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </TableRegion>
      </Section>
      <Section id="changed-statistics" title={t('equity.statistics')}>
        <Statistics
          caption={t('whatIf.statistics')}
          columns={(['per_pupil', 'per_weighted_pupil'] as const).flatMap((key) =>
            (['before', 'after'] as const).map((when) => ({
              name: t('whatIf.column', {
                name: t(key === 'per_pupil' ? 'equity.perPupil' : 'equity.perWeighted'),
                when: t(`whatIf.${when}`),
              }),
              statistics: whatIf[when][key],
            })),
          )}
        />
      </Section>
    </>
  );
}

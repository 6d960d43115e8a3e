import { Button, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { usePlanPage } from '../PlanContext';
import type { PlanMeasure, StudentGroup, TargetFields, TargetPoint } from '../queries';
import { hasTargets, interimDates } from '../rules/targets';
import tables from './tables.module.css';

export interface TargetRow {
  /** Null: the district's own. */
  school: string | null;
  target: TargetFields | undefined;
  /** Of one student group; without it of all students. */
  group?: StudentGroup;
}

interface TargetTableProps {
  measure: PlanMeasure;
  rows: TargetRow[];
  /** On a school's own page the school's name is no link. */
  linked: boolean;
  caption?: string;
}

/** Targets side by side: one row for the district and each school, one column for each date. */
export function TargetTable({ measure, rows, linked, ...props }: TargetTableProps) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const dates = interimDates(rows.flatMap(({ target }) => (target ? [target] : [])));
  const caption = props.caption ?? t('target.caption', { measure: measure.name });
  const mayAny = useMayTargets();
  const editable = rows.some(({ school }) => mayAny(school));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section className={tables.scroll} aria-label={caption} tabIndex={0}>
      <table className={tables.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('target.who')}</th>
            <th scope="col">{t('target.baseline')}</th>
            {dates.map((date) => (
              <th scope="col" key={date}>
                {format.date(date)}
              </th>
            ))}
            <th scope="col">{t('target.end_target')}</th>
            {editable && <th scope="col">{t('target.change')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={`${row.school ?? ''}/${row.group?.id ?? ''}`}
              row={row}
              measure={measure}
              dates={dates}
              linked={linked}
              editable={editable}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The district's row is changed on the district's page, a school's on both. */
function useMayTargets(): (school: string | null) => boolean {
  const { edit, editSchool } = usePlanPage();
  return (school) => (school === null ? edit : editSchool(school));
}

interface RowProps {
  row: TargetRow;
  measure: PlanMeasure;
  dates: string[];
  linked: boolean;
  editable: boolean;
}

function Row({ row: { school, target, group }, measure, dates, linked, editable }: RowProps) {
  const { t } = useTranslation('plan');
  const { district, schoolName, ask } = usePlanPage();
  const mayEdit = useMayTargets()(school);
  const place = school ? schoolName(school) : t('theDistrict');
  const name = group ? t('target.groupIn', { group: group.name, where: place }) : place;
  const set = hasTargets(target);
  return (
    <tr data-district={school === null || undefined}>
      <th scope="row">
        {school && linked && !group ? (
          <TextLink to="/d/$district/plan/schools/$school" params={{ district, school }}>
            {name}
          </TextLink>
        ) : (
          name
        )}
      </th>
      {set ? (
        <>
          <td className={tables.value}>
            <PointText point={target?.baseline} unit={measure.unit} dated />
          </td>
          {dates.map((date) => (
            <td key={date} className={tables.value}>
              <PointText
                point={target?.interim.find(({ on }) => on === date)}
                unit={measure.unit}
              />
            </td>
          ))}
          <td className={tables.value}>
            <PointText point={target?.end_target} unit={measure.unit} dated />
          </td>
        </>
      ) : (
        <td colSpan={dates.length + 2}>{t('target.notSet')}</td>
      )}
      {editable && (
        <td>
          {mayEdit && (
            <Button
              size="compact-md"
              variant="default"
              aria-label={t(set ? 'target.editOf' : 'target.setOf', { who: name })}
              onClick={() =>
                ask({
                  form: 'targets',
                  measure: measure.id,
                  school,
                  ...(group ? { group: group.id } : {}),
                })
              }
            >
              {t(set ? 'target.edit' : 'target.set')}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}

interface PointTextProps {
  point: TargetPoint | null | undefined;
  unit: string;
  dated?: boolean;
}

function PointText({ point, unit, dated = false }: PointTextProps) {
  const format = useFormat();
  if (!point) return <NoValue />;
  const value = format.number(point.value, { maximumFractionDigits: 6 });
  return (
    <>
      <bdi>
        {value}
        {unit && (unit === '%' ? unit : ` ${unit}`)}
      </bdi>
      {dated && (
        <span className={tables.when}>
          <DateText value={point.on} />
        </span>
      )}
    </>
  );
}

function NoValue() {
  const { t } = useTranslation('plan');
  return (
    <>
      <span aria-hidden>–</span>
      <VisuallyHidden>{t('target.noValue')}</VisuallyHidden>
    </>
  );
}

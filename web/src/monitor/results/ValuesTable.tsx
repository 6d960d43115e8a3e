import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { TableRegion } from '@/app/ui/TableRegion';
import classes from '../monitor.module.css';
import type { MeasurePlace, MeasureProgress } from '../queries';
import { useGroups } from '../useGroups';
import { useValueWords } from '../useValueWords';

interface TableProps {
  progress: MeasureProgress;
  place: MeasurePlace;
  name: string;
}

/** The chart's numbers, the newest first. */
export function ValuesTable({ progress, place, name }: TableProps) {
  const { t } = useTranslation('monitor');
  const format = useFormat();
  const words = useValueWords(progress.unit);
  if (place.values.length === 0) return null;
  const { mean, lower, upper, signals } = place.chart;
  const caption = t('results.table', { measure: progress.name, place: name });
  return (
    <>
      {mean !== null && mean !== undefined && (
        <dl className={classes.facts} style={{ marginBlock: '1rem' }}>
          <div>
            <dt>{t('chart.mean')}</dt>
            <dd>{words.plain(mean)}</dd>
          </div>
          <div>
            <dt>{t('chart.lower')}</dt>
            <dd>{words.plain(lower ?? 0)}</dd>
          </div>
          <div>
            <dt>{t('chart.upper')}</dt>
            <dd>{words.plain(upper ?? 0)}</dd>
          </div>
        </dl>
      )}
      <TableRegion label={caption}>
        <table className={classes.table}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('values.taken_on')}</th>
              <th scope="col">{t('values.value')}</th>
              <th scope="col">{t('values.intervalTitle')}</th>
              <th scope="col">{t('values.n')}</th>
              <th scope="col">{t('chart.signal')}</th>
            </tr>
          </thead>
          <tbody>
            {[...place.values].reverse().map((value) => (
              <tr key={value.id}>
                <th scope="row" className={classes.number}>
                  {format.date(value.taken_on)}
                </th>
                <td className={classes.number}>{words.value(value)}</td>
                <td className={classes.number}>{words.interval(value)}</td>
                <td className={classes.number}>{words.n(value)}</td>
                <td>
                  {format.commas([
                    ...new Set(
                      signals
                        .filter(({ from, to }) => from <= value.taken_on && value.taken_on <= to)
                        .map(({ kind }) => t(`signal.${kind}.name`)),
                    ),
                  ]) || '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </>
  );
}

/** The latest of each group of students: small ones as a range, those under ten not at all. */
export function GroupsTable({ progress, place, name }: TableProps) {
  const { t } = useTranslation('monitor');
  const format = useFormat();
  const words = useValueWords(progress.unit);
  const { nameOf } = useGroups();
  const caption = t('results.groupsTable', { measure: progress.name, place: name });
  return (
    <TableRegion label={caption}>
      <table className={classes.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('values.group')}</th>
            <th scope="col">{t('values.taken_on')}</th>
            <th scope="col">{t('values.value')}</th>
            <th scope="col">{t('values.intervalTitle')}</th>
            <th scope="col">{t('values.n')}</th>
          </tr>
        </thead>
        <tbody>
          {place.groups.map((value) => (
            <tr key={value.id}>
              <th scope="row">{nameOf(value.group_id)}</th>
              <td className={classes.number}>{format.date(value.taken_on)}</td>
              <td className={classes.number}>{words.value(value)}</td>
              <td className={classes.number}>{words.interval(value)}</td>
              <td className={classes.number}>{words.n(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch } from '@/api/client';
import { useSend } from '@/api/useSend';
import { confirm } from '@/app/ui/confirm';
import { useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { TableRegion } from '@/app/ui/TableRegion';
import { useDistrict } from '@/identity/session';
import classes from '../monitor.module.css';
import {
  type MeasureValue,
  type Report,
  type ReportMeasure,
  staleWithMonitoring,
} from '../queries';
import { useGroups } from '../useGroups';
import { useValueWords } from '../useValueWords';
import { ValueDialog } from './ValueDialog';

interface MeasuresProps {
  report: Report;
  measures: ReportMeasure[];
  mayWrite: boolean;
}

/** What each measure of a goal was, as far as it came with this report. */
export function Measures({ report, measures, mayWrite }: MeasuresProps) {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const [adding, setAdding] = useState<ReportMeasure | null>(null);
  if (measures.length === 0) return <Text>{t('values.noMeasures')}</Text>;
  return (
    <Stack gap="lg">
      {measures.map((measure) => {
        const values = report.values.filter(({ measure_id }) => measure_id === measure.measure_id);
        return (
          <div key={measure.measure_id}>
            <Group justify="space-between" align="flex-start" mb="xs">
              <Title order={4} dir="auto">
                <TextLink
                  to="/d/$district/monitoring/results/$measure"
                  params={{ district, measure: measure.measure_id }}
                  search={report.school_id ? { school: report.school_id } : {}}
                >
                  {measure.name}
                </TextLink>
              </Title>
              {mayWrite && (
                <Button
                  variant="default"
                  size="compact-md"
                  leftSection={<IconPlus aria-hidden size={18} />}
                  aria-label={t('values.addTo', { measure: measure.name })}
                  onClick={() => setAdding(measure)}
                >
                  {t('values.add')}
                </Button>
              )}
            </Group>
            {values.length === 0 ? (
              <Text c="dimmed">{t('values.none')}</Text>
            ) : (
              <Values measure={measure} values={values} mayWrite={mayWrite} />
            )}
          </div>
        );
      })}
      {adding && <ValueDialog report={report} measure={adding} close={() => setAdding(null)} />}
    </Stack>
  );
}

interface ValuesProps {
  measure: ReportMeasure;
  values: MeasureValue[];
  mayWrite: boolean;
}

function Values({ measure, values, mayWrite }: ValuesProps) {
  const { t } = useTranslation(['monitor', 'app']);
  const { id: district } = useDistrict();
  const format = useFormat();
  const words = useValueWords(measure.unit);
  const { nameOf } = useGroups();
  const remove = useSend({
    send: (value: MeasureValue) =>
      api.DELETE('/districts/{district}/monitoring/values/{value}', {
        params: { path: { district, value: value.id }, header: ifMatch(value.version) },
      }),
    stale: staleWithMonitoring(district),
    said: t('values.removed'),
  });
  const ask = async (value: MeasureValue) => {
    const sure = await confirm({
      title: t('values.removeTitle'),
      text: t('values.removeText', {
        group: nameOf(value.group_id),
        date: format.date(value.taken_on),
      }),
      action: t('app:remove'),
      danger: true,
    });
    if (sure) remove.mutate(value);
  };
  const caption = t('values.caption', { measure: measure.name });
  return (
    <TableRegion label={caption}>
      <table className={classes.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('values.taken_on')}</th>
            <th scope="col">{t('values.group')}</th>
            <th scope="col">{t('values.value')}</th>
            <th scope="col">{t('values.n')}</th>
            {mayWrite && <th scope="col">{t('values.change')}</th>}
          </tr>
        </thead>
        <tbody>
          {values.map((value) => (
            <tr key={value.id}>
              <th scope="row" className={classes.number}>
                {format.date(value.taken_on)}
              </th>
              <td>{nameOf(value.group_id)}</td>
              <td className={classes.number}>{words.value(value)}</td>
              <td className={classes.number}>{words.n(value)}</td>
              {mayWrite && (
                <td>
                  <Button
                    variant="subtle"
                    size="compact-md"
                    leftSection={<IconTrash aria-hidden size={18} />}
                    aria-label={t('values.removeOf', {
                      group: nameOf(value.group_id),
                      date: format.date(value.taken_on),
                    })}
                    onClick={() => void ask(value)}
                  >
                    {t('app:remove')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

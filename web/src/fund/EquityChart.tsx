import { ScatterChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import classes from './EquityChart.module.css';
import type { SchoolEquity } from './queries';

interface EquityChartProps {
  schools: SchoolEquity[];
  schoolName: (school: string) => string;
}

/** Each counted school: its need across, its money per pupil upwards. The table says the same. */
export default function EquityChart({ schools, schoolName }: EquityChartProps) {
  const { t } = useTranslation('fund');
  const format = useFormat();
  const names: string[] = [];
  const data = schools.flatMap(({ school_id, need, per_pupil_cents }) =>
    need === null || per_pupil_cents === null
      ? []
      : [{ need, money: per_pupil_cents / 100, at: names.push(schoolName(school_id)) - 1 }],
  );
  const needs = data.map(({ need }) => need);
  const most = Math.max(1.05, ...needs);
  return (
    <div aria-hidden className={classes.chart}>
      <ScatterChart
        h={320}
        scatterChartProps={{ accessibilityLayer: false }}
        data={[{ color: 'blue.7', name: t('equity.schools'), data }]}
        dataKey={{ x: 'need', y: 'money' }}
        xAxisLabel={t('equity.need')}
        yAxisLabel={t('equity.perPupil')}
        labels={{ x: t('equity.need'), y: t('equity.perPupil') }}
        valueFormatter={{
          x: (value) => format.number(value, { maximumFractionDigits: 2 }),
          y: (value) => format.money(Math.round(value * 100)),
        }}
        xAxisProps={{ domain: [1, Math.ceil(most * 20) / 20], type: 'number' }}
        yAxisProps={{ width: 80 }}
        tooltipProps={{
          content: ({ payload }) => {
            const point = payload?.[0]?.payload as (typeof data)[number] | undefined;
            if (!point) return null;
            return (
              <div className={classes.tip}>
                <strong>{names[point.at]}</strong>
                <div>{format.money(Math.round(point.money * 100))}</div>
              </div>
            );
          },
        }}
      />
    </div>
  );
}

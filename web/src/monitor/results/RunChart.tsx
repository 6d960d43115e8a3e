import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import type { MeasurePlace } from '../queries';
import { chartRows } from '../rules';
import { useValueWords } from '../useValueWords';

interface RunChartProps {
  place: MeasurePlace;
  unit: string;
  label: string;
}

/** Recharts asks for labels before it knows the time. */
const day = (time: number) =>
  Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : '';

/** The values by day with mean and process limits, and the targets. The table beside it has all. */
export default function RunChart({ place, unit, label }: RunChartProps) {
  const { t } = useTranslation('monitor');
  const format = useFormat();
  const words = useValueWords(unit);
  const { chart, targets } = place;
  const points = [targets.baseline, ...targets.interim, targets.end_target].filter(
    (point): point is { on: string; value: number } => !!point,
  );
  const rows = chartRows(place.values, chart.signals, points);
  const limits = [
    { y: chart.mean, label: t('chart.mean'), color: 'gray.7' },
    { y: chart.upper, label: t('chart.upper'), color: 'orange.8' },
    { y: chart.lower, label: t('chart.lower'), color: 'orange.8' },
  ].flatMap(({ y, ...line }) =>
    y === null || y === undefined
      ? []
      : [
          {
            y,
            ...line,
            labelPosition: 'insideBottomLeft' as const,
            strokeDasharray: line.color === 'gray.7' ? '' : '6 4',
          },
        ],
  );
  return (
    // The picture repeats the table below it, which is what a screen reader gets.
    <div aria-hidden data-chart={label}>
      <LineChart
        h={340}
        mt="md"
        data={rows}
        dataKey="time"
        curveType="linear"
        connectNulls
        withLegend
        lineChartProps={{ accessibilityLayer: false }}
        legendProps={{ verticalAlign: 'bottom' }}
        series={[
          { name: 'target', label: t('chart.target'), color: 'violet.7', strokeDasharray: '2 4' },
          { name: 'value', label: t('chart.value'), color: 'teal.7' },
          ...(chart.signals.length > 0
            ? [{ name: 'signal', label: t('chart.signal'), color: 'red.8' }]
            : []),
        ]}
        lineProps={({ name }) =>
          name === 'signal' ? { strokeWidth: 0, dot: { r: 6 }, legendType: 'circle' } : {}
        }
        referenceLines={limits}
        valueFormatter={(value) => words.plain(value)}
        xAxisProps={{
          type: 'number',
          scale: 'time',
          domain: ['dataMin', 'dataMax'],
          tickFormatter: (time: number) => format.date(day(time)),
          minTickGap: 40,
        }}
        yAxisProps={{ domain: ['auto', 'auto'], width: 56 }}
        tooltipProps={{ labelFormatter: (time) => format.date(day(Number(time))) }}
        tooltipAnimationDuration={0}
      />
    </div>
  );
}

import '@mantine/charts/styles.css';
import { BarChart, LineChart } from '@mantine/charts';
import type { ChartData } from './rules/values';

/** Told apart by dash as well as by colour; every figure also stands in the table. */
const colors = ['teal.7', 'orange.8', 'indigo.7', 'red.8', 'grape.7', 'lime.9', 'blue.8', 'dark.4'];
const dashes = ['', '6 4', '2 3', '10 4', '8 3 2 3', '1 4', '12 6', '4 4'];

interface DataChartProps {
  chart: ChartData;
  unit: string;
  nameOf: (name: string) => string;
}

export default function DataChart({ chart, unit, nameOf }: DataChartProps) {
  const data = chart.rows.map((row) => ({ ...row, x: nameOf(row.x) }));
  const series = chart.series.map((name, i) => ({
    name,
    label: nameOf(name),
    color: colors[i % colors.length] ?? 'teal.7',
    strokeDasharray: dashes[i % dashes.length] ?? '',
  }));
  const figure = (value: number) =>
    unit === '%' ? `${value}%` : [value, unit].filter((part) => part !== '').join(' ');
  const common = {
    data,
    dataKey: 'x',
    series,
    withLegend: series.length > 1,
    valueFormatter: figure,
    tickLine: 'xy' as const,
  };
  if (chart.kind === 'line') {
    return <LineChart {...common} h={320} curveType="linear" connectNulls={false} />;
  }
  if (chart.kind === 'bars') return <BarChart {...common} h={320} />;
  return (
    <BarChart
      {...common}
      h={100 + 26 * data.length * Math.max(1, series.length)}
      orientation="vertical"
      yAxisProps={{ width: 150 }}
      xAxisProps={{ tickFormatter: figure }}
      gridAxis="x"
    />
  );
}

import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import classes from './Continuum.module.css';
import type { Continuum, Standing } from './rules';

/** One row's line. The table below the charts has the same numbers. */
export default function RowChart({ continuum, line, label }: RowChartProps) {
  const { t } = useTranslation('continuum');
  const title = (place: number) => continuum.levels[place - 1]?.title ?? '';
  return (
    <figure aria-label={label} style={{ margin: 0 }}>
      {/* A picture of the figures in the table below: nothing in it takes the focus. */}
      <div inert className={classes.chart}>
        <LineChart
          h="11rem"
          data={line.map(({ session, place, point }) => ({
            year: session.year,
            room: place,
            district: point.district_median,
            school: point.school_median,
          }))}
          dataKey="year"
          curveType="linear"
          connectNulls
          withDots
          withTooltip={false}
          withLegend
          yAxisProps={{
            domain: [1, continuum.levels.length],
            ticks: continuum.levels.map((_, index) => index + 1),
            tickFormatter: title,
            width: 92,
          }}
          series={[
            { name: 'room', label: t('room'), color: 'teal.7' },
            { name: 'district', label: t('districtView'), color: 'blue.7', strokeDasharray: '5 4' },
            { name: 'school', label: t('schoolView'), color: 'orange.8', strokeDasharray: '2 3' },
          ]}
        />
      </div>
    </figure>
  );
}

interface RowChartProps {
  continuum: Continuum;
  line: Standing[];
  label: string;
}

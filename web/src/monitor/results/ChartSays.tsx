import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../monitor.module.css';
import type { ProcessChart } from '../queries';
import { newestSignal } from '../rules';
import { useSignalWords } from './useSignalWords';

/** What the chart says, before one looks at it. */
export function ChartSays({ chart }: { chart: ProcessChart }) {
  const { t } = useTranslation('monitor');
  const words = useSignalWords();
  const newest = newestSignal(chart.signals);
  const tone = chart.verdict !== 'changed' ? 'neutral' : newest?.good ? 'good' : 'attention';
  return (
    <div className={classes.verdict} data-tone={tone}>
      <Text fw={650}>{newest ? words.headline(newest) : t(`verdict.${chart.verdict}.title`)}</Text>
      {newest ? (
        <ul>
          {chart.signals.map((signal) => (
            <li key={`${signal.kind}${signal.from}${signal.to}`}>{words.long(signal)}</li>
          ))}
        </ul>
      ) : (
        <Text>
          {chart.verdict === 'too_few'
            ? t('verdict.too_few.text', { count: chart.values, needed: chart.needed })
            : t('verdict.steady.text')}
        </Text>
      )}
      {chart.provisional && <Text mt={4}>{t('verdict.provisional')}</Text>}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import type { ChartSignal } from '../queries';

/** What a signal says, in plain words: since when, and whether it is the way it should go. */
export function useSignalWords() {
  const { t } = useTranslation('monitor');
  const format = useFormat();
  const month = (day: string) => format.month(day, 'long');
  const way = (signal: ChartSignal) => t(signal.good ? 'signal.good' : 'signal.bad');
  return {
    short: (signal: ChartSignal) =>
      t(signal.good ? 'signal.shortGood' : 'signal.short', { month: month(signal.from) }),
    headline: (signal: ChartSignal) => t('signal.headline', { month: month(signal.from) }),
    long: (signal: ChartSignal) => {
      const direction = signal.up ? 'up' : 'down';
      const dates = { from: format.date(signal.from), to: format.date(signal.to) };
      return `${t(`signal.${signal.kind}.${direction}`, dates)} ${way(signal)}`;
    },
  };
}

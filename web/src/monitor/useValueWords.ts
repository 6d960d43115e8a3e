import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import type { MeasureValue } from './queries';
import { showsRange } from './rules';

/** How values read: small groups as a range, groups under ten not at all. */
export function useValueWords(unit: string) {
  const { t } = useTranslation('monitor');
  const format = useFormat();
  const number = (n: number) => format.number(n, { maximumFractionDigits: 1 });
  const round = (n: number) => format.number(n, { maximumFractionDigits: 0 });
  const withUnit = (text: string) => (unit === '%' ? `${text}%` : unit ? `${text} ${unit}` : text);
  return {
    /** A number of the measure by itself: a target, a mean. */
    plain: (n: number) => withUnit(number(n)),
    value: (value: MeasureValue): string => {
      if (value.suppressed) return t('values.hidden');
      if (value.value === null || value.value === undefined) return t('notSaid');
      if (showsRange(value)) {
        return t('values.range', {
          low: round(value.low ?? 0),
          high: withUnit(round(value.high ?? 0)),
          value: withUnit(number(value.value)),
        });
      }
      return withUnit(number(value.value));
    },
    interval: ({ low, high }: MeasureValue): string =>
      low === null || low === undefined || high === null || high === undefined
        ? '–'
        : t('values.interval', { low: round(low), high: withUnit(round(high)) }),
    n: ({ n, suppressed }: MeasureValue): string =>
      suppressed ? t('values.hiddenN') : n === null || n === undefined ? '–' : format.number(n),
  };
}

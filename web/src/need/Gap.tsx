import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import classes from './need.module.css';
import { gapOf } from './rules/causes';

interface GapProps {
  need: {
    present: string;
    desired: string;
    present_value?: number | null;
    desired_value?: number | null;
    unit: string;
  };
}

/** Present state against desired state, in numbers and in words. */
export function Gap({ need }: GapProps) {
  const { t } = useTranslation('need');
  const format = useFormat();
  const gap = gapOf(need);
  const plain = (n: number) => format.number(n, { maximumFractionDigits: 2 });
  const percent = need.unit === '%';
  const number = (n: number) =>
    percent ? `${plain(n)}%` : [plain(n), need.unit].filter(Boolean).join(' ');
  const signed =
    gap === null ? '' : format.number(gap, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  if (gap === null && !need.present && !need.desired) {
    return <Text c="dimmed">{t('gap.notStated')}</Text>;
  }
  return (
    <div>
      {gap !== null && (
        <div className={classes.gap}>
          <span>
            {t('gap.from')}{' '}
            <span className={classes.figure}>{number(need.present_value as number)}</span>
          </span>
          <span>
            {t('gap.to')}{' '}
            <span className={classes.figure}>{number(need.desired_value as number)}</span>
          </span>
          <strong>
            {t('gap.is', { gap: percent ? t('gap.points', { gap: signed }) : number(gap) })}
          </strong>
        </div>
      )}
      {need.present && (
        <Text className={classes.words}>
          <strong>{t('fields.present')}:</strong> {need.present}
        </Text>
      )}
      {need.desired && (
        <Text className={classes.words}>
          <strong>{t('fields.desired')}:</strong> {need.desired}
        </Text>
      )}
    </div>
  );
}

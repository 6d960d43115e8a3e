import { Card, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { PathLink } from '@/home/PathLink';
import { useDistrict } from '@/identity/session';
import { CheckItem } from './CheckItem';
import type { Signal } from './queries';
import { changeOf, firstStep, standingOf, toneOf } from './rules';
import classes from './Signals.module.css';

export function SignalCard({ signal }: { signal: Signal }) {
  const { t } = useTranslation('signals');
  const { id: district } = useDistrict();
  const { kind, score, checks, next } = signal;
  const change = changeOf(signal);
  const step = firstStep(signal);
  return (
    <Card component="section" aria-labelledby={`signal-${kind}`}>
      <Stack gap="md">
        <div className={classes.head}>
          <div className={classes.score} data-tone={toneOf(score)}>
            <span className={classes.number}>{score ?? '–'}</span>
            <span>{t(`standing.${standingOf(score)}`)}</span>
          </div>
          <div className={classes.words}>
            <Title order={2} size="h3" id={`signal-${kind}`}>
              {t(`kind.${kind}.title`)}
            </Title>
            <Text>{t(`kind.${kind}.definition`)}</Text>
            {change !== null && (
              <Text size="sm" fw={600} mt={4}>
                {change === 0
                  ? t('change.none')
                  : t(change > 0 ? 'change.up' : 'change.down', { count: Math.abs(change) })}
              </Text>
            )}
          </div>
        </div>
        {score === null ? (
          <Text c="dimmed">{t('nothing')}</Text>
        ) : (
          <>
            {next && step && (
              <div className={classes.next}>
                <Text fw={600}>{t('next')}</Text>
                <PathLink href={`/d/${district}${step}`} className={classes.link}>
                  {t(`action.${next}` as 'action.goal_has_strategy')}
                </PathLink>
              </div>
            )}
            <ul className={classes.checks}>
              {checks
                .filter(({ of }) => of > 0)
                .map((check) => (
                  <CheckItem key={check.key} check={check} />
                ))}
            </ul>
            <Months signal={signal} />
          </>
        )}
      </Stack>
    </Card>
  );
}

function Months({ signal }: { signal: Signal }) {
  const { t } = useTranslation('signals');
  const { number, month: monthOf } = useFormat();
  if (signal.months.length < 2) return <Text c="dimmed">{t('oneMonth')}</Text>;
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {t('months')}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <ol className={classes.months} tabIndex={0} aria-label={t('months')}>
        {signal.months.map(({ month, score }) => (
          <li key={month} className={classes.month} data-tone={toneOf(score)}>
            <span className={classes.column} aria-hidden>
              <span style={{ blockSize: `${score}%` }} />
            </span>
            <strong>{number(score)}</strong>
            <span>{monthOf(month)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

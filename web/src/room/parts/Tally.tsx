import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRoomHere } from '../RoomContext';
import { keyed } from '../rules/keyed';
import { Bars } from './Bars';
import type { Results } from './ResultsView';
import classes from './Tally.module.css';

/** Which outcome speaks to how many, and why: the reasons matter more than the count. */
export function Tally({
  results,
  mine,
  most = 100,
}: {
  results: Results;
  mine?: string;
  most?: number;
}) {
  const { t } = useTranslation('room');
  const { pack } = useRoomHere();
  const row = results.rows[0];
  const count = (id: string) => row?.counts.find(({ value }) => value === id)?.count ?? 0;
  const reasons = (row?.evidence ?? []).filter(({ text }) => text !== '');
  return (
    <Stack gap="lg" lang={pack.language}>
      <Bars
        label={t('pick.tally')}
        bars={pack.outcomes.map(({ id, text }) => ({
          id,
          label: text,
          count: count(id),
          mine: id === mine,
        }))}
      />
      {reasons.length > 0 && (
        <section>
          <Title order={2} size="h3" mb="xs">
            {t('pick.reasons')}
          </Title>
          <div className={classes.columns}>
            {pack.outcomes.map(({ id, text }) => {
              const here = reasons.filter(({ value }) => value === id);
              if (here.length === 0) return null;
              return (
                <div key={id} className={classes.reasons}>
                  <Text fw={650} size="sm">
                    {text}
                  </Text>
                  <ul>
                    {keyed(here.slice(0, most)).map(({ item, key }) => (
                      <li key={key}>{item.text}</li>
                    ))}
                  </ul>
                  {here.length > most && (
                    <Text c="dimmed">{t('andMore', { count: here.length - most })}</Text>
                  )}
                </div>
              );
            })}
          </div>
        </section>
      )}
    </Stack>
  );
}

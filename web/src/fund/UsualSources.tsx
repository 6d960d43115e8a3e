import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '@/api/useSend';
import { usePlanPage } from '@/plan/PlanContext';
import { saveSource } from '@/plan/planApi';
import { staleWithPlan } from '@/plan/queries';
import { usualQuery } from './queries';

/** For a district without sources: the usual names, to choose from. */
export function UsualSources() {
  const { t } = useTranslation('fund');
  const { district } = usePlanPage();
  const { data } = useQuery(usualQuery(district));
  const [chosen, setChosen] = useState<string[]>([]);
  const add = useSend({
    send: async (names: string[], { create }) => {
      for (const [at, { name, kind }] of (data?.streams ?? []).entries()) {
        if (!names.includes(name)) continue;
        await saveSource({
          district,
          id: null,
          version: 0,
          fields: { name, kind, active: true },
          create: { 'Idempotency-Key': `${create['Idempotency-Key']}-${at}` },
        });
      }
    },
    stale: staleWithPlan(district),
    said: t('usual.added'),
  });
  if (!data) return null;
  return (
    <Stack gap="sm" mt="sm">
      <Checkbox.Group
        label={t('usual.title')}
        description={t('usual.text')}
        value={chosen}
        onChange={setChosen}
      >
        <Stack gap="xs" mt="xs">
          {data.streams.map(({ name }) => (
            <Checkbox key={name} value={name} label={name} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Text aria-live="polite" size="sm" c="dimmed">
        {t('usual.chosen', { count: chosen.length })}
      </Text>
      <div>
        <Button
          loading={add.isPending}
          disabled={chosen.length === 0}
          onClick={() => add.mutate(chosen)}
        >
          {t('usual.add')}
        </Button>
      </div>
    </Stack>
  );
}

import { Checkbox, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RoomPack } from '@/room/pack';

/** What a facilitator should have and know; ticks are kept with the workshop. */
export function Readiness({ pack, ready, change }: ReadinessProps) {
  const { t } = useTranslation('workshop');
  const { readiness, readings } = pack;
  return (
    <Stack gap="xl" maw="46rem" lang={pack.language}>
      <Text>{readiness.intro}</Text>
      <Checkbox.Group value={ready} onChange={change} label={t('ready.checklist')}>
        <Stack gap="sm" mt="xs">
          {readiness.checklist.map(({ id, text }) => (
            <Checkbox key={id} value={id} label={text} />
          ))}
        </Stack>
      </Checkbox.Group>
      <section>
        <Title order={2} mb="xs">
          {t('ready.mindset')}
        </Title>
        <List spacing="xs">
          {readiness.mindset.map(({ id, text }) => (
            <List.Item key={id}>{text}</List.Item>
          ))}
        </List>
        <Text mt="sm">{readiness.other_packs}</Text>
      </section>
      <section>
        <Title order={2} mb="xs">
          {t('ready.readings')}
        </Title>
        <List spacing="xs">
          {readings.map(({ id, title, author, note }) => (
            <List.Item key={id}>
              <cite>{title}</cite>, {author}. {note}
            </List.Item>
          ))}
        </List>
      </section>
    </Stack>
  );
}

interface ReadinessProps {
  pack: RoomPack;
  ready: string[];
  change: (ready: string[]) => void;
}

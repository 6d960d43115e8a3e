import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { sectionsOf } from '../pack';
import { useRoomHere } from '../RoomContext';
import type { AgendaStep } from '../rules/events';
import classes from './phone.module.css';

/** The handout's text to read in peace, or an own step's questions to think about. */
export function ReadStep({ step }: { step: AgendaStep }) {
  const { pack } = useRoomHere();
  const { t } = useTranslation('room');
  const sections = sectionsOf(pack, step.activity_id);
  return (
    <Stack gap="lg" lang={pack.language}>
      {sections.map((section) => (
        <section key={section.id} className={classes.read}>
          <Title order={2} size="h3" mb="xs">
            {section.title}
          </Title>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph.slice(0, 40)}>{paragraph}</p>
          ))}
        </section>
      ))}
      <Prompts prompts={step.prompts} />
      {sections.length === 0 && step.prompts.length === 0 && <Text c="dimmed">{t('listen')}</Text>}
    </Stack>
  );
}

export function Prompts({ prompts }: { prompts: string[] }) {
  if (prompts.length === 0) return null;
  return (
    <Stack gap="xs">
      {prompts.map((prompt) => (
        <Text key={prompt} fw={600} size="lg">
          {prompt}
        </Text>
      ))}
    </Stack>
  );
}

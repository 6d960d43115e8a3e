import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { stepOf } from '../pack';
import { useRoomHere } from '../RoomContext';
import type { StepPhase } from '../rules/agenda';
import type { AgendaStep } from '../rules/events';
import { Notes } from './Notes';
import classes from './phone.module.css';
import { Prompts } from './ReadStep';

/** Examples of each unintended consequence; an own step gathers ideas to its prompts. */
export function GatherStep({ step, phase }: { step: AgendaStep; phase: StepPhase }) {
  const { t } = useTranslation('room');
  const { pack } = useRoomHere();
  const open = phase === 'open';
  const ask = step.prompts[0] ?? t('gather.ask');
  if (!stepOf(pack, step.step_id)?.about.includes('consequences')) {
    return (
      <Stack gap="lg">
        <Prompts prompts={step.prompts.slice(1)} />
        <Notes step={step.id} subject="ideas" kind="idea" ask={ask} open={open} />
      </Stack>
    );
  }
  return (
    <Stack gap="lg" lang={pack.language}>
      {pack.consequences.map((consequence) => (
        <section key={consequence.id} className={classes.subject}>
          <Title order={2} size="h3">
            {consequence.title}
          </Title>
          <Text c="dimmed" mb="sm">
            {consequence.description}
          </Text>
          <Notes step={step.id} subject={consequence.id} kind="example" ask={ask} open={open} />
        </section>
      ))}
    </Stack>
  );
}

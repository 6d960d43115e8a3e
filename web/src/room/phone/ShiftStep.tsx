import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shiftQuestions } from '../pack';
import { ConsensusText } from '../parts/ConsensusText';
import { useRoomHere } from '../RoomContext';
import type { StepPhase } from '../rules/agenda';
import type { AgendaStep } from '../rules/events';
import { kindOfQuestion } from '../rules/shift';
import { Notes } from './Notes';
import classes from './phone.module.css';

/** The row that the room looks at: why we are there, what is in the way, how to begin and keep. */
export function ShiftStep({ step, phase }: { step: AgendaStep; phase: StepPhase }) {
  const { t } = useTranslation('room');
  const { room, pack } = useRoomHere();
  const survey = room.stage.state === 'survey';
  const rows = pack.continuum.rows.filter(({ id }) => survey || id === room.stage.focus);
  if (rows.length === 0) return <Text c="dimmed">{t('shift.waiting')}</Text>;
  return (
    <Stack gap="xl" lang={pack.language}>
      {rows.map((row) => (
        <section key={row.id}>
          <Title order={2} size="h3" mb="sm">
            {row.title}
          </Title>
          <ConsensusText subject={row.id} />
          {shiftQuestions(pack).map((question) => (
            <div key={question.id} className={classes.subject}>
              <Title order={3} size="h4" mt="md">
                {question.text}
              </Title>
              <Notes
                step={step.id}
                subject={row.id}
                kind={kindOfQuestion(question.id)}
                ask={t('shift.add')}
                open={phase === 'open'}
              />
            </div>
          ))}
        </section>
      ))}
    </Stack>
  );
}

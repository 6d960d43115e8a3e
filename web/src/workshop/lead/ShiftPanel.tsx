import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconStar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { shiftQuestions } from '@/room/pack';
import { ConsensusText } from '@/room/parts/ConsensusText';
import { ResultsView } from '@/room/parts/ResultsView';
import { useRoomHere } from '@/room/RoomContext';
import { comparedStep } from '@/room/rules/agenda';
import type { AgendaStep, Note } from '@/room/rules/events';
import { shownNotes } from '@/room/rules/notes';
import { kindOfQuestion } from '@/room/rules/shift';
import { ActionDialog } from './ActionDialog';
import classes from './lead.module.css';
import { NoteBoard } from './NoteBoard';
import { useControl } from './useControl';

/** Which row, and why that one; then causes, barriers and what to do, to actions with names. */
export function ShiftPanel({ step }: { step: AgendaStep }) {
  const { t } = useTranslation(['workshop', 'room']);
  const { room, pack } = useRoomHere();
  const { control, busy } = useControl();
  const { commas } = useFormat();
  const [making, setMaking] = useState<Note | null>(null);
  const rated = comparedStep(room.workshop.agenda, step, 'rate');
  const { focus } = room.stage;
  const row = pack.continuum.rows.find(({ id }) => id === focus);
  const rows = (whyOf: (id: string) => string[]) => (
    <Stack gap="xs" lang={pack.language}>
      {pack.continuum.rows.map(({ id, title }) => {
        const why = whyOf(id);
        return (
          <Group key={id} gap="sm">
            <Button
              variant={focus === id ? 'filled' : 'default'}
              aria-pressed={focus === id}
              disabled={busy}
              leftSection={
                why.length > 0 ? <IconStar aria-label={t('compare.proposed')} size={18} /> : null
              }
              onClick={() => control({ command: 'focus', focus: id })}
            >
              {title}
            </Button>
            {why.length > 0 && (
              <Text size="sm" c="dimmed">
                {commas(why)}
              </Text>
            )}
          </Group>
        );
      })}
    </Stack>
  );
  return (
    <Stack gap="lg">
      <section>
        <Title order={3} mb={4}>
          {t('shift.which')}
        </Title>
        <Text size="sm" c="dimmed" mb="xs">
          {t('shift.whichHelp')}
        </Text>
        {rated ? (
          <ResultsView step={rated.id}>
            {(results) =>
              rows((id) => {
                const result = results.rows.find(({ subject }) => subject === id);
                return result?.proposed ? result.why.map((why) => t(`compare.why.${why}`)) : [];
              })
            }
          </ResultsView>
        ) : (
          rows(() => [])
        )}
      </section>
      {row && (
        <section lang={pack.language}>
          <Title order={3} mb="xs">
            {row.title}
          </Title>
          <ConsensusText subject={row.id} />
          {shiftQuestions(pack).map((question) => {
            const kind = kindOfQuestion(question.id);
            const notes = shownNotes(room.notes, { step: step.id, subject: row.id, kind });
            return (
              <section key={question.id} className={classes.group}>
                <Title order={4} mt="md">
                  {question.text}
                </Title>
                <NoteBoard step={step} boards={[row]} kind={kind} />
                {(kind === 'begin' || kind === 'keep') && (
                  <Stack gap={4}>
                    {notes.map((note) => (
                      <Group key={note.id}>
                        <Button variant="default" size="sm" onClick={() => setMaking(note)}>
                          {t('shift.makeAction', { text: note.text.slice(0, 60) })}
                        </Button>
                      </Group>
                    ))}
                  </Stack>
                )}
              </section>
            );
          })}
        </section>
      )}
      {making && row && (
        <ActionDialog
          text={making.text}
          detail={row.title}
          subject={row.id}
          close={() => setMaking(null)}
        />
      )}
    </Stack>
  );
}

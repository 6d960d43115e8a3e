import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { IconEye, IconHandStop, IconLock } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '@/api/useSend';
import { askForTime } from '../api';
import { stepOf } from '../pack';
import { useRoomHere } from '../RoomContext';
import type { StepPhase } from '../rules/agenda';
import type { AgendaStep } from '../rules/events';

/** What is to be done now, and whether it still can be. The focus follows the room's step. */
export function StepHead({ step, phase }: { step: AgendaStep; phase: StepPhase }) {
  const { pack, room } = useRoomHere();
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step.id);
  useEffect(() => {
    if (before.current === step.id) return;
    before.current = step.id;
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, [step.id]);
  // The results stand at the top.
  useEffect(() => {
    if (phase === 'revealed') window.scrollTo({ top: 0 });
  }, [phase]);
  const known = stepOf(pack, step.step_id);
  return (
    <header>
      <Title order={1} ref={heading} tabIndex={-1} size="h2" mb={4}>
        {step.title}
      </Title>
      {known && phase === 'open' && <Text c="dimmed">{known.text}</Text>}
      <PhaseNotice phase={phase} />
      {phase === 'open' && room.stage.state === 'running' && <AskForTime />}
    </header>
  );
}

function PhaseNotice({ phase }: { phase: StepPhase }) {
  const { t } = useTranslation('room');
  return (
    <div role="status">
      {phase !== 'open' && (
        <Alert
          variant="outline"
          color={phase === 'locked' ? 'yellow.8' : 'teal.7'}
          icon={phase === 'locked' ? <IconLock aria-hidden /> : <IconEye aria-hidden />}
          mt="sm"
          py="xs"
        >
          {t(`phase.${phase}`)}
        </Alert>
      )}
    </div>
  );
}

/** A group may ask for more time; once asked, it says so until the facilitator has answered. */
function AskForTime() {
  const { t } = useTranslation('room');
  const { room, place } = useRoomHere();
  const group = room.seat?.group_id ?? '';
  const ask = useSend({ send: () => askForTime(place), said: t('ask.said') });
  if (!group || (!room.stage.ends_at && room.stage.left_ms === null)) return null;
  const asked = room.stage.asks.includes(group);
  return (
    <Group mt="xs">
      {asked ? (
        <Text size="sm" c="dimmed" role="status">
          {t('ask.waiting')}
        </Text>
      ) : (
        <Button
          variant="subtle"
          size="sm"
          leftSection={<IconHandStop aria-hidden size={18} />}
          loading={ask.isPending}
          onClick={() => ask.mutate(undefined)}
        >
          {t('ask.action')}
        </Button>
      )}
    </Group>
  );
}

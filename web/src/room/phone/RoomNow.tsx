import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconArmchair, IconConfetti } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { EmptyState } from '@/app/ui/EmptyState';
import { useRoomHere } from '../RoomContext';
import { phaseOf, stepById, viewOf } from '../rules/agenda';
import type { AgendaStep } from '../rules/events';
import { CompareStep } from './CompareStep';
import { DiscussStep } from './DiscussStep';
import { GatherStep } from './GatherStep';
import { PickStep } from './PickStep';
import { PlanStep } from './PlanStep';
import { RateStep } from './RateStep';
import { ReadStep } from './ReadStep';
import { ShiftStep } from './ShiftStep';
import { SortStep } from './SortStep';
import { StepHead } from './StepHead';

/** What this seat has before it at this moment. */
export function RoomNow() {
  const { room } = useRoomHere();
  const { stage, workshop } = room;
  if (stage.state === 'ended') return <Ended />;
  if (stage.state === 'survey') return <Survey />;
  const step = stepById(workshop.agenda, stage.step);
  if (stage.state === 'planned' || !step) return <Waiting />;
  return <StepNow key={step.id} step={step} />;
}

function StepNow({ step }: { step: AgendaStep }) {
  const { room } = useRoomHere();
  const phase = phaseOf(room, step.id);
  return (
    <Stack gap="lg">
      <StepHead step={step} phase={phase} />
      <StepBody step={step} />
    </Stack>
  );
}

function StepBody({ step }: { step: AgendaStep }) {
  const { room, pack } = useRoomHere();
  const phase = phaseOf(room, step.id);
  switch (viewOf(pack, step)) {
    case 'read':
      return <ReadStep step={step} />;
    case 'gather':
      return <GatherStep step={step} phase={phase} />;
    case 'discuss':
      return <DiscussStep step={step} phase={phase} />;
    case 'pick':
      return <PickStep step={step} phase={phase} />;
    case 'rate':
      return <RateStep step={step} phase={phase} />;
    case 'compare':
      return <CompareStep step={step} kind="rate" />;
    case 'compare-sorting':
      return <CompareStep step={step} kind="sort" />;
    case 'shift':
      return <ShiftStep step={step} phase={phase} />;
    case 'sort':
      return <SortStep step={step} phase={phase} />;
    default:
      return <PlanStep step={step} phase={phase} />;
  }
}

function Waiting() {
  const { t } = useTranslation('room');
  const { room } = useRoomHere();
  const group = room.workshop.groups.find(({ id }) => id === room.seat?.group_id);
  const here = room.seats.filter(({ left }) => !left).length;
  return (
    <EmptyState icon={IconArmchair} title={t('waiting.title')}>
      <Stack gap="xs">
        <Text>{t('waiting.text')}</Text>
        <Text fw={600} c="var(--mantine-color-text)">
          {t('waiting.here', { count: here })}
          {group && ` ${t('waiting.group', { group: group.name })}`}
        </Text>
      </Stack>
    </EmptyState>
  );
}

function Ended() {
  const { t } = useTranslation('room');
  return (
    <EmptyState icon={IconConfetti} title={t('ended.title')}>
      {t('ended.text')}
    </EmptyState>
  );
}

const surveyPlace = (workshop: string) => `tandem.survey.${workshop}`;

/** Without a facilitator: one's own way through the agenda, kept for the next visit. */
function Survey() {
  const { t } = useTranslation('room');
  const { room, place } = useRoomHere();
  const { agenda, closes_at } = room.workshop;
  const [id, setId] = useState(
    () => localStorage.getItem(surveyPlace(place.workshop)) ?? agenda[0]?.id ?? '',
  );
  const found = agenda.findIndex((step) => step.id === id);
  const at = Math.max(0, found);
  const step = agenda[at];
  const last = at === agenda.length - 1;
  const [finished, setFinished] = useState(false);
  const go = (index: number) => {
    const next = agenda[index];
    setFinished(next === undefined);
    if (!next) return;
    localStorage.setItem(surveyPlace(place.workshop), next.id);
    setId(next.id);
    window.scrollTo({ top: 0 });
  };
  if (!step) return <Waiting />;
  if (finished)
    return (
      <EmptyState
        icon={IconConfetti}
        title={t('survey.thanks')}
        action={
          <Button variant="default" onClick={() => setFinished(false)}>
            {t('survey.again')}
          </Button>
        }
      >
        {t('survey.thanksText')} {closes_at && <DateText value={closes_at} form="time" />}
      </EmptyState>
    );
  return (
    <Stack gap="lg">
      <div>
        <Text size="sm" c="dimmed" mb={4}>
          {t('survey.step', { at: at + 1, of: agenda.length })}
        </Text>
        <Progress value={(100 * (at + 1)) / agenda.length} aria-label={t('survey.progress')} />
      </div>
      <StepNow step={step} />
      <Group justify="space-between" mt="md">
        <Button variant="default" disabled={at === 0} onClick={() => go(at - 1)}>
          {t('survey.back')}
        </Button>
        <Button onClick={() => go(at + 1)}>{t(last ? 'survey.finish' : 'survey.next')}</Button>
      </Group>
    </Stack>
  );
}

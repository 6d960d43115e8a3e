import { Accordion, Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/app/ui/links';
import { ReadStep } from '@/room/phone/ReadStep';
import { useRoomHere } from '@/room/RoomContext';
import { comparedStep, phaseOf, subjectsOf, viewOf } from '@/room/rules/agenda';
import type { AgendaStep } from '@/room/rules/events';
import { StepGuide } from '../Guide';
import { ComparePanel } from './ComparePanel';
import classes from './lead.module.css';
import { NoteBoard } from './NoteBoard';
import { ShiftPanel } from './ShiftPanel';
import { StepResults } from './StepResults';
import { useControl } from './useControl';

/** The step that the room is in, as who leads it needs it: what to say, what comes in. */
export function LeadStep({ step }: { step: AgendaStep }) {
  const { t } = useTranslation('workshop');
  const { pack, room } = useRoomHere();
  const phase = phaseOf(room, step.id);
  return (
    <Stack gap="lg">
      <Card>
        <Group justify="space-between">
          <Title order={2}>{step.title}</Title>
          <Text c="dimmed">{t(`lead.phase.${phase}`)}</Text>
        </Group>
        <div lang={pack.language}>
          <StepGuide pack={pack} step={step} />
        </div>
      </Card>
      <Panel step={step} />
    </Stack>
  );
}

function Panel({ step }: { step: AgendaStep }) {
  const { t } = useTranslation('workshop');
  const { pack, room, place } = useRoomHere();
  const phase = phaseOf(room, step.id);
  const view = viewOf(pack, step);
  if (view === 'gather') return <NoteBoard step={step} />;
  if (view === 'shift') return <ShiftPanel step={step} />;
  if (view === 'compare' || view === 'compare-sorting') {
    const kind = view === 'compare' ? 'rate' : 'sort';
    const compared = comparedStep(room.workshop.agenda, step, kind);
    if (!compared) return <Text c="dimmed">{t('lead.nothingToCompare')}</Text>;
    return (
      <Stack gap="lg">
        <Reveal step={compared} />
        <ComparePanel step={compared} kind={kind} />
      </Stack>
    );
  }
  if (view === 'read')
    return (
      <Accordion variant="separated">
        <Accordion.Item value="text">
          <Accordion.Control>{t('lead.theText')}</Accordion.Control>
          <Accordion.Panel>
            <ReadStep step={step} />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    );
  if (view === 'plan')
    return (
      <Stack gap="md">
        <Text>{t('lead.templates')}</Text>
        <Group>
          <ButtonLink
            to="/d/$district/rounds"
            params={{ district: place.district }}
            target="_blank"
            variant="default"
          >
            {t('lead.openTemplates')}
          </ButtonLink>
        </Group>
        <NoteBoard step={step} />
      </Stack>
    );
  if (subjectsOf(pack, step).length === 0) return null;
  return (
    <Stack gap="md">
      {phase !== 'revealed' && (
        <Text className={classes.private}>
          <IconEyeOff aria-hidden size={18} />
          {t('lead.onlyYou')}
        </Text>
      )}
      <StepResults step={step} />
    </Stack>
  );
}

/** Comparing begins with showing what was hidden. */
function Reveal({ step }: { step: AgendaStep }) {
  const { t } = useTranslation('workshop');
  const { room } = useRoomHere();
  const { control, busy } = useControl();
  if (phaseOf(room, step.id) === 'revealed') return null;
  return (
    <Alert
      variant="outline"
      color="teal.7"
      title={t('lead.notRevealed')}
      icon={<IconEye aria-hidden />}
    >
      <Group justify="space-between">
        <span>{t('lead.notRevealedText')}</span>
        <Button loading={busy} onClick={() => control({ command: 'reveal', step: step.id })}>
          {t('lead.revealNow')}
        </Button>
      </Group>
    </Alert>
  );
}

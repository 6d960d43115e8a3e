import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/app/ui/links';
import { useSession } from '@/identity/session';
import { useRoomHere } from '../RoomContext';
import type { StepPhase } from '../rules/agenda';
import type { AgendaStep } from '../rules/events';
import { Notes } from './Notes';
import { Prompts } from './ReadStep';

/** The templates are filled in where they live; what should not be forgotten is noted here. */
export function PlanStep({ step, phase }: { step: AgendaStep; phase: StepPhase }) {
  const { t } = useTranslation('room');
  const { place } = useRoomHere();
  const inside = useSession()?.districts.some(({ id }) => id === place.district);
  return (
    <Stack gap="lg">
      <Prompts prompts={step.prompts} />
      <Text>{t(inside ? 'plan.inside' : 'plan.outside')}</Text>
      {inside && (
        <ButtonLink to="/d/$district/rounds" params={{ district: place.district }} target="_blank">
          {t('plan.open')}
        </ButtonLink>
      )}
      <Notes
        step={step.id}
        subject="ideas"
        kind="idea"
        ask={t('plan.note')}
        open={phase === 'open'}
      />
    </Stack>
  );
}

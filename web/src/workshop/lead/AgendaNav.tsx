import { Text, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { activityOf } from '@/room/pack';
import { useRoomHere } from '@/room/RoomContext';
import { kindIcon } from '../kinds';
import { goTo } from './commands';
import classes from './lead.module.css';
import { useControl } from './useControl';

/** Where the room is, and a way to any step. */
export function AgendaNav() {
  const { t } = useTranslation('workshop');
  const { room, pack } = useRoomHere();
  const { control, busy } = useControl();
  const { agenda } = room.workshop;
  const { stage } = room;
  const at = agenda.findIndex(({ id }) => id === stage.step);
  return (
    <nav aria-label={t('agenda.title')}>
      <Title order={2} size="h4" mb="xs">
        {t('agenda.title')}
      </Title>
      <ol className={classes.agenda}>
        {agenda.map((step, index) => {
          const Icon = index < at ? IconCheck : kindIcon(step.kind);
          const first = agenda[index - 1]?.activity_id !== step.activity_id;
          const activity = activityOf(pack, step.activity_id);
          return (
            <li key={step.id}>
              {first && activity && (
                <Text size="sm" c="dimmed" fw={600} mt={6}>
                  {activity.number}. {activity.title}
                </Text>
              )}
              <button
                type="button"
                aria-current={step.id === stage.step ? 'step' : undefined}
                disabled={stage.state !== 'running' || busy || step.id === stage.step}
                onClick={() => control(...goTo(step))}
              >
                <Icon aria-hidden size={18} />
                {step.title}
                <span className={classes.minutes}>
                  {t('minutesShort', { count: step.minutes })}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

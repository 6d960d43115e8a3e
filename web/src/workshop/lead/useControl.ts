import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/api/client';
import { currentOf } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { controlRoom } from '@/room/api';
import { useRoomHere } from '@/room/RoomContext';
import { type RoomStage, withStage } from '@/room/rules/events';
import { updateRoom } from '@/room/useRoom';

export type Control = Schema<'ControlFields'>;

/**
 * Leads the room on. Each command names the stage it was given for: when another facilitator was
 * quicker, nothing happens, the page shows where the room is, and says so.
 */
export function useControl() {
  const { t } = useTranslation('workshop');
  const { place, room } = useRoomHere();
  const take = (stage: RoomStage) => updateRoom(place, (now) => withStage(now, stage));
  const send = useSend({
    send: async (commands: Control[]) => {
      let { version } = room.stage;
      let stage: RoomStage = room.stage;
      for (const command of commands) {
        stage = await controlRoom(place, command, version);
        version = stage.version;
        take(stage);
      }
      return stage;
    },
    handles: [412],
  });
  return {
    busy: send.isPending,
    control: (...commands: Control[]) =>
      send.mutate(commands, {
        onError: (error) => {
          const current = currentOf<RoomStage>(error);
          if (!current) return;
          take(current);
          notifications.show({ message: t('lead.race'), color: 'yellow.8', autoClose: 8_000 });
        },
      }),
  };
}

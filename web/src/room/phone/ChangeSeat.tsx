import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/app/ui/QueryView';
import { changeSeat, getDoor } from '../api';
import { SeatForm } from '../join/SeatForm';
import { useRoomHere } from '../RoomContext';
import { withSeat } from '../rules/events';
import { updateRoom } from '../useRoom';

/** Another name, role or group, without leaving one's seat. */
export function ChangeSeat({ code, opened, close }: ChangeSeatProps) {
  const { t } = useTranslation(['room', 'app']);
  const { room, place } = useRoomHere();
  const door = useQuery({
    queryKey: ['door', code],
    queryFn: () => getDoor(code),
    enabled: opened,
  });
  const { seat } = room;
  if (!seat) return null;
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('you.change')}
      fullScreen
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <QueryView query={door}>
        {(data) => (
          <SeatForm
            door={data}
            now={seat}
            action={t('app:save.action')}
            send={async ({ name, side, role, school_id, group_id }) => {
              const saved = await changeSeat(
                place,
                { name, side, role, school_id: school_id ?? null, group_id },
                seat.version,
              );
              updateRoom(place, (r) => withSeat(r, saved));
              close();
            }}
          />
        )}
      </QueryView>
    </Modal>
  );
}

interface ChangeSeatProps {
  code: string;
  opened: boolean;
  close: () => void;
}

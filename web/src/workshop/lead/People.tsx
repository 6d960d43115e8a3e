import { Button, Group, Modal, NativeSelect, Progress, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconHandStop, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/api/client';
import { useSend } from '@/api/useSend';
import { ToneBadge } from '@/app/ui/StatusBadge';
import { arrangeGroups } from '@/room/api';
import { useRoomHere } from '@/room/RoomContext';
import { groupProgress, progressOf, stepById, stuckGroups, subjectsOf } from '@/room/rules/agenda';
import { type Seat, withSeat } from '@/room/rules/events';
import { updateRoom } from '@/room/useRoom';
import classes from './lead.module.css';
import { useControl } from './useControl';

/** Who is in, who has answered, which group is stuck or asks for time. */
export function People() {
  const { t } = useTranslation('workshop');
  const { room, pack, live } = useRoomHere();
  const seats = room.seats.filter(({ left }) => !left);
  const step = stepById(room.workshop.agenda, room.stage.step);
  const asked = step && room.stage.state === 'running' && subjectsOf(pack, step).length > 0;
  const progress = asked ? progressOf(room, pack, step) : null;
  const here = live.present ? seats.filter(({ id }) => live.present?.has(id)).length : null;
  const [arranging, setArranging] = useState(false);
  const groups = room.workshop.groups;
  return (
    <section aria-label={t('people.title')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {t('people.in', { count: seats.length })}
        </Title>
        {here !== null && here < seats.length && (
          <Text size="sm" c="dimmed">
            {t('people.away', { count: seats.length - here })}
          </Text>
        )}
      </Group>
      {progress && progress.of > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {t(step?.by === 'group' ? 'people.groupsAnswered' : 'people.answered', {
              count: progress.begun,
              of: progress.of,
            })}
          </Text>
          <Progress
            value={Math.min(100, (100 * progress.answers) / Math.max(1, progress.questions))}
            aria-label={t('people.progress')}
            my={6}
          />
          <Text size="sm" c="dimmed">
            {t('people.answers', { count: progress.answers, of: progress.questions })}
          </Text>
        </div>
      )}
      {groups.length > 0 ? <Groups /> : <Seats seats={seats} />}
      {groups.length > 0 && seats.length > 0 && (
        <Button
          variant="default"
          size="sm"
          mt="sm"
          leftSection={<IconUsersGroup aria-hidden size={18} />}
          onClick={() => setArranging(true)}
        >
          {t('people.arrange')}
        </Button>
      )}
      {arranging && <Arrange close={() => setArranging(false)} />}
    </section>
  );
}

function Groups() {
  const { t } = useTranslation('workshop');
  const { room, pack } = useRoomHere();
  const { control, busy } = useControl();
  const step = stepById(room.workshop.agenda, room.stage.step);
  const progress = step ? groupProgress(room, pack, step) : [];
  const stuck = stuckGroups(progress);
  const seatsOf = (group: string) =>
    room.seats.filter(({ left, group_id }) => !left && group_id === group);
  return (
    <div>
      {room.workshop.groups.map((group) => {
        const now = progress.find(({ id }) => id === group.id);
        const seats = seatsOf(group.id);
        return (
          <div key={group.id} className={classes.group}>
            <Group justify="space-between" gap="xs">
              <Text fw={650}>
                {group.name} ({seats.length})
              </Text>
              {now && now.questions > 0 && (
                <Text size="sm" c="dimmed">
                  {t('people.share', { count: now.answers, of: now.questions })}
                </Text>
              )}
            </Group>
            {stuck.includes(group.id) && (
              <ToneBadge icon={IconAlertTriangle} tone="attention">
                {t('people.stuck')}
              </ToneBadge>
            )}
            {room.stage.asks.includes(group.id) && (
              <Group gap="xs">
                <ToneBadge icon={IconHandStop} tone="progress">
                  {t('people.asks')}
                </ToneBadge>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={busy}
                  aria-label={t('people.giveTo', { group: group.name })}
                  onClick={() => control({ command: 'timer_add', seconds: 120, group: group.id })}
                >
                  {t('people.give')}
                </Button>
              </Group>
            )}
            <Seats seats={seats} />
          </div>
        );
      })}
      {seatsOf('').length > 0 && (
        <div className={classes.group}>
          <Text fw={650}>{t('people.noGroup', { count: seatsOf('').length })}</Text>
          <Seats seats={seatsOf('')} />
        </div>
      )}
    </div>
  );
}

const mostSeats = 12;

function Seats({ seats }: { seats: Seat[] }) {
  const { t } = useTranslation(['workshop', 'room']);
  const { live } = useRoomHere();
  return (
    <>
      {seats.slice(0, mostSeats).map((seat) => {
        const here = live.present?.has(seat.id);
        return (
          <div key={seat.id} className={classes.seat}>
            <span>
              {seat.name || t('room:noName')}{' '}
              <Text span size="sm" c="dimmed">
                {t(`room:sides.${seat.side}`)}
              </Text>
            </span>
            {live.present && (
              <span
                className={classes.dot}
                data-here={here || undefined}
                role="img"
                aria-label={t(here ? 'people.here' : 'people.notHere')}
              />
            )}
          </div>
        );
      })}
      {seats.length > mostSeats && (
        <Text size="sm" c="dimmed">
          {t('room:andMore', { count: seats.length - mostSeats })}
        </Text>
      )}
    </>
  );
}

/** Evenly by chance, or each by hand. */
function Arrange({ close }: { close: () => void }) {
  const { t } = useTranslation(['workshop', 'room', 'app']);
  const { room, place } = useRoomHere();
  const seats = room.seats.filter(({ left }) => !left);
  const [placed, setPlaced] = useState<Record<string, string>>({});
  const send = useSend({
    send: (fields: Schema<'ArrangeFields'>) => arrangeGroups(place, fields),
    said: t('people.arranged'),
    done: ({ items }) => {
      updateRoom(place, (r) => items.reduce(withSeat, r));
      close();
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t('people.arrange')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Stack gap="md">
        <Text>{t('people.shuffleHelp')}</Text>
        <Group>
          <Button
            loading={send.isPending}
            onClick={() => send.mutate({ how: 'shuffle', seats: [] })}
          >
            {t('people.shuffle')}
          </Button>
        </Group>
        <Title order={3}>{t('people.byHand')}</Title>
        {seats.map((seat) => (
          <NativeSelect
            key={seat.id}
            label={`${seat.name || t('room:noName')} (${t(`room:sides.${seat.side}`)})`}
            data={[
              { value: '', label: t('room:join.noGroup') },
              ...room.workshop.groups.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={placed[seat.id] ?? seat.group_id}
            onChange={({ currentTarget: { value } }) =>
              setPlaced((all) => ({ ...all, [seat.id]: value }))
            }
          />
        ))}
        <Group>
          <Button
            variant="default"
            disabled={Object.keys(placed).length === 0}
            loading={send.isPending}
            onClick={() =>
              send.mutate({
                how: 'assign',
                seats: Object.entries(placed).map(([seat_id, group_id]) => ({ seat_id, group_id })),
              })
            }
          >
            {t('people.assign')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

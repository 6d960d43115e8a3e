import { ActionIcon, Group, Menu, Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import {
  IconCloudUpload,
  IconDoorExit,
  IconSettings,
  IconUser,
  IconWifiOff,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/api/problem';
import { confirm } from '@/app/ui/confirm';
import { LanguageChooser } from '@/app/ui/LanguageChooser';
import { Loading } from '@/app/ui/Loading';
import { Trouble } from '@/app/ui/QueryView';
import { toast } from '@/app/ui/toast';
import { usePending } from '@/offline/useSavedField';
import { leaveSeat, type RoomPlace } from '../api';
import { JoinFrame } from '../join/JoinFrame';
import { notes } from '../notes';
import { roomPack } from '../pack';
import { Timer } from '../parts/Timer';
import { RoomProvider, useLeftBehind, useRoomHere } from '../RoomContext';
import type { KeptSeat } from '../seats';
import { roomPackQuery, useRoom } from '../useRoom';
import { ChangeSeat } from './ChangeSeat';
import classes from './phone.module.css';
import { RoomNow } from './RoomNow';

interface PhoneRoomProps {
  kept: KeptSeat;
  leave: (why: 'left' | 'lost') => void;
}

/** A seat in the room: follows the stage, and goes on without a network. */
export function PhoneRoom({ kept, leave }: PhoneRoomProps) {
  const { district, workshop, token } = kept;
  const place: RoomPlace = { district, workshop, token };
  const { query, live } = useRoom(place);
  const pack = useQuery(roomPackQuery(place));
  useLeftBehind(kept.seat);
  const gone =
    live.refused ||
    [401, 403, 404].some((status) => isProblem(query.error, status)) ||
    query.data?.seat?.left === true;
  useEffect(() => {
    if (gone) leave('lost');
  }, [gone, leave]);

  if (!query.data || !pack.data) {
    const { error, refetch } = query.error ? query : pack;
    return (
      <JoinFrame title="Tandem">
        {error && !gone ? <Trouble error={error} again={() => void refetch()} /> : <Loading page />}
      </JoinFrame>
    );
  }
  return (
    <RoomProvider value={{ place, room: query.data, pack: roomPack(pack.data), live }}>
      <Frame code={kept.code} leave={() => leave('left')} />
    </RoomProvider>
  );
}

function Frame({ code, leave }: { code: string; leave: () => void }) {
  const { room, live } = useRoomHere();
  const { title } = room.workshop;
  useEffect(() => {
    document.title = `${title} · Tandem`;
  }, [title]);
  const { stage } = room;
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <p className={classes.headerTitle}>{title}</p>
        {stage.state === 'running' && (
          <Timer timer={{ ends_at: stage.ends_at, left_ms: stage.left_ms }} offset={live.offset} />
        )}
      </header>
      <main className={classes.main} tabIndex={-1}>
        <NetworkState />
        <RoomNow />
      </main>
      <Foot code={code} leave={leave} />
    </div>
  );
}

/** Says so while the room cannot be reached, and what waits to be sent. */
function NetworkState() {
  const { t } = useTranslation(['room', 'app']);
  const { online } = useNetwork();
  const { live } = useRoomHere();
  const pending = usePending() + useSyncExternalStore(notes.subscribe, notes.waiting).length;
  const away = useLasting(!online || !live.connected, 2_500);
  const Icon = away ? IconWifiOff : IconCloudUpload;
  return (
    <div role="status">
      {away && (
        <div className={classes.offline} data-tone="attention">
          <Icon aria-hidden size={20} />
          <span>
            {t('away')} {pending > 0 && t('app:network.pending', { count: pending })}
          </span>
        </div>
      )}
    </div>
  );
}

/** True once something has been so for a while: a blink of the network is no news. */
function useLasting(now: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (!now) {
      setLasting(false);
      return;
    }
    const timer = setTimeout(() => setLasting(true), ms);
    return () => clearTimeout(timer);
  }, [now, ms]);
  return lasting;
}

function Foot({ code, leave }: { code: string; leave: () => void }) {
  const { t } = useTranslation(['room', 'app']);
  const { room, place } = useRoomHere();
  const [changing, setChanging] = useState(false);
  const group = room.workshop.groups.find(({ id }) => id === room.seat?.group_id);
  const go = async () => {
    const sure = await confirm({
      title: t('leave.title'),
      text: t('leave.text'),
      action: t('leave.action'),
      danger: true,
    });
    if (!sure) return;
    try {
      await leaveSeat(place);
      leave();
    } catch (error) {
      toast.problem(error);
    }
  };
  return (
    <footer className={classes.footer}>
      <Text span size="sm" className={classes.who}>
        {room.seat?.name || t('noName')}
        {group && ` · ${group.name}`}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <LanguageChooser size="sm" />
        <Menu position="top-end">
          <Menu.Target>
            <ActionIcon aria-label={t('you.menu')} size="xl">
              <IconSettings aria-hidden size={22} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {room.stage.state !== 'ended' && (
              <Menu.Item
                leftSection={<IconUser aria-hidden size={18} />}
                onClick={() => setChanging(true)}
              >
                {t('you.change')}
              </Menu.Item>
            )}
            <Menu.Item
              leftSection={<IconDoorExit aria-hidden size={18} />}
              onClick={() => void go()}
            >
              {t('you.leave')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      <ChangeSeat code={code} opened={changing} close={() => setChanging(false)} />
    </footer>
  );
}

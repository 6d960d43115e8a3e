import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconDotsVertical,
  IconEye,
  IconEyeOff,
  IconFlag,
  IconLock,
  IconLockOpen,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { confirm } from '@/app/ui/confirm';
import { Timer } from '@/room/parts/Timer';
import { useRoomHere } from '@/room/RoomContext';
import { phaseOf } from '@/room/rules/agenda';
import type { AgendaStep } from '@/room/rules/events';
import { goTo } from './commands';
import classes from './lead.module.css';
import { useControl } from './useControl';

/** Back, next, time, lock and reveal: always in the same place, and in sight. */
export function ControlBar({ step }: { step: AgendaStep }) {
  const { t } = useTranslation(['workshop', 'app']);
  const { room, live } = useRoomHere();
  const { control, busy } = useControl();
  const { agenda } = room.workshop;
  const { stage } = room;
  const at = agenda.findIndex(({ id }) => id === step.id);
  const before = agenda[at - 1];
  const next = agenda[at + 1];
  const phase = phaseOf(room, step.id);
  const running = !!stage.ends_at;
  const paused = !running && stage.left_ms !== null;
  const answers = ['rate', 'sort', 'pick', 'discuss'].includes(step.kind);
  const end = async () => {
    const sure = await confirm({
      title: t('lead.endTitle'),
      text: t('lead.endText'),
      action: t('lead.end'),
    });
    if (sure) control({ command: 'end' });
  };
  return (
    <section className={classes.bar} aria-label={t('lead.controls')}>
      <Group gap="xs">
        <Button
          variant="default"
          px="sm"
          leftSection={<IconArrowLeft aria-hidden size={18} />}
          disabled={!before || busy}
          onClick={() => before && control(...goTo(before))}
        >
          {t('lead.back')}
        </Button>
      </Group>
      <Group gap="xs">
        <span className={classes.timer}>
          <Timer timer={{ ends_at: stage.ends_at, left_ms: stage.left_ms }} offset={live.offset} />
        </span>
        {running && (
          <Button
            variant="default"
            px="sm"
            leftSection={<IconPlayerPause aria-hidden size={18} />}
            disabled={busy}
            onClick={() => control({ command: 'timer_pause' })}
          >
            {t('lead.pause')}
          </Button>
        )}
        {paused && (
          <Button
            variant="default"
            px="sm"
            leftSection={<IconPlayerPlay aria-hidden size={18} />}
            disabled={busy}
            onClick={() => control({ command: 'timer_resume' })}
          >
            {t('lead.resume')}
          </Button>
        )}
        {!running && !paused && step.minutes > 0 && (
          <Button
            variant="default"
            px="sm"
            leftSection={<IconPlayerPlay aria-hidden size={18} />}
            disabled={busy}
            onClick={() => control({ command: 'timer_start', seconds: step.minutes * 60 })}
          >
            {t('lead.startTimer', { count: step.minutes })}
          </Button>
        )}
        <Button
          variant="default"
          px="sm"
          leftSection={<IconPlus aria-hidden size={18} />}
          disabled={busy}
          onClick={() => control({ command: 'timer_add', seconds: 60 })}
        >
          {t('lead.addMinute')}
        </Button>
      </Group>
      <Group gap="xs">
        {phase === 'open' ? (
          <Button
            variant="default"
            px="sm"
            leftSection={<IconLock aria-hidden size={18} />}
            disabled={busy}
            onClick={() => control({ command: 'lock' })}
          >
            {t('lead.lock')}
          </Button>
        ) : (
          <Button
            variant="default"
            leftSection={
              phase === 'locked' ? (
                <IconLockOpen aria-hidden size={18} />
              ) : (
                <IconEyeOff aria-hidden size={18} />
              )
            }
            disabled={busy}
            onClick={() => control({ command: 'open' })}
          >
            {t('lead.open')}
          </Button>
        )}
        {answers && phase !== 'revealed' && (
          <Button
            variant="light"
            leftSection={<IconEye aria-hidden size={18} />}
            disabled={busy}
            onClick={() => control({ command: 'reveal' })}
          >
            {t('lead.reveal')}
          </Button>
        )}
      </Group>
      <Group gap="xs" wrap="nowrap">
        {next ? (
          <Button
            maw="17rem"
            rightSection={<IconArrowRight aria-hidden size={18} />}
            disabled={busy}
            onClick={() => control(...goTo(next))}
          >
            {t('lead.next', { title: next.title })}
          </Button>
        ) : (
          <Button
            leftSection={<IconFlag aria-hidden size={18} />}
            disabled={busy}
            onClick={() => void end()}
          >
            {t('lead.end')}
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('lead.more')} size="xl">
              <IconDotsVertical aria-hidden size={22} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => control({ command: 'timer_clear' })}>
              {t('lead.clearTimer')}
            </Menu.Item>
            {next && (
              <Menu.Item
                leftSection={<IconFlag aria-hidden size={18} />}
                onClick={() => void end()}
              >
                {t('lead.end')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </Group>
    </section>
  );
}

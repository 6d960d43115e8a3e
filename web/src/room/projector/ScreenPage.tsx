import { ActionIcon } from '@mantine/core';
import { useFullscreenDocument } from '@mantine/hooks';
import { IconMaximize, IconMinimize } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/app/ui/QueryView';
import { activityOf, roomPack } from '../pack';
import { Timer } from '../parts/Timer';
import { RoomProvider, useRoomHere } from '../RoomContext';
import { phaseOf, stepById } from '../rules/agenda';
import { spacedCode } from '../rules/code';
import { roomPackQuery, useRoom } from '../useRoom';
import { Lobby } from './Lobby';
import classes from './Screen.module.css';
import { ScreenStep } from './ScreenStep';
import { useFit } from './useFit';

/** What the whole room looks at. It follows the stage and needs no hand. */
export function ScreenPage() {
  const { district, workshop } = useParams({ from: '/screen/$district/$workshop' });
  const place = { district, workshop, token: null };
  const { query, live } = useRoom(place);
  const pack = useQuery(roomPackQuery(place));
  return (
    <QueryView query={query} page>
      {(room) => (
        <QueryView query={pack} page>
          {(words) => (
            <RoomProvider value={{ place, room, pack: roomPack(words), live }}>
              <Screen />
            </RoomProvider>
          )}
        </QueryView>
      )}
    </QueryView>
  );
}

function Screen() {
  const { t } = useTranslation('room');
  const { room, pack, live } = useRoomHere();
  const { workshop, stage } = room;
  const step = stepById(workshop.agenda, stage.step);
  const running = stage.state === 'running' && step !== undefined;
  const activity = activityOf(pack, step?.activity_id);
  const here = room.seats.filter(({ left }) => !left).length;
  const { toggle, fullscreen } = useFullscreenDocument();
  const screen = useRef<HTMLDivElement>(null);
  useFit(screen);
  useEffect(() => {
    document.title = `${t('screen.title', { title: workshop.title })} · Tandem`;
  }, [workshop.title, t]);
  return (
    <div className={classes.screen} ref={screen}>
      <header className={classes.head}>
        <div>
          {running ? (
            <>
              <p className={classes.where}>
                {activity ? `${activity.number}. ${activity.title}` : workshop.title}
              </p>
              <h1>
                {step.title}
                {phaseOf(room, step.id) === 'locked' && (
                  <span className={classes.quiet}> ({t('screen.locked')})</span>
                )}
              </h1>
            </>
          ) : (
            <h1>{workshop.title}</h1>
          )}
        </div>
        {running && (
          <span className={classes.time}>
            <Timer
              timer={{ ends_at: stage.ends_at, left_ms: stage.left_ms }}
              offset={live.offset}
            />
          </span>
        )}
      </header>
      <main className={classes.body}>
        {running ? <ScreenStep key={step.id} step={step} /> : <Lobby />}
      </main>
      <footer className={classes.foot}>
        <span>{t('screen.inRoom', { count: here })}</span>
        <ActionIcon
          className={classes.full}
          aria-label={t('screen.full')}
          onClick={() => void toggle()}
        >
          {fullscreen ? <IconMinimize aria-hidden /> : <IconMaximize aria-hidden />}
        </ActionIcon>
        {running && (
          <span>
            {location.host}/join · <strong>{spacedCode(workshop.code)}</strong>
          </span>
        )}
      </footer>
    </div>
  );
}

import { IconClockHour4, IconPlayerPause } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, isPaused, remaining, type StageTimer, urgency } from '../rules/timer';
import classes from './Timer.module.css';

const tones = { calm: 'neutral', soon: 'attention', over: 'late' } as const;

/** The step's time, by the server's clock. Quiet for screen readers: a tick a second is no news. */
export function Timer({ timer, offset }: { timer?: StageTimer | null; offset: number }) {
  const { t } = useTranslation('room');
  const now = useNow(!!timer?.ends_at);
  const ms = remaining(timer, now, offset);
  if (ms === null) return null;
  const paused = isPaused(timer);
  const Icon = paused ? IconPlayerPause : IconClockHour4;
  const text = clock(ms);
  return (
    <span
      className={classes.timer}
      data-tone={tones[urgency(ms)]}
      role="timer"
      aria-live="off"
      aria-label={t(paused ? 'timer.paused' : ms < 0 ? 'timer.over' : 'timer.left', {
        time: text,
      })}
    >
      <Icon aria-hidden />
      {text}
    </span>
  );
}

/** The time now, anew each half second while it matters. */
function useNow(ticking: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!ticking) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}

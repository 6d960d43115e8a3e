/** A step's timer as the server tells it: running until a moment, or paused with time left. */
export interface StageTimer {
  ends_at?: string | null;
  left_ms?: number | null;
}

/**
 * Milliseconds left, negative once the time is up; null without a timer. `offset` is how far
 * the server's clock is ahead of this device's, so that a phone whose clock is wrong shows
 * what everybody sees.
 */
export function remaining(
  timer: StageTimer | null | undefined,
  now: number,
  offset: number,
): number | null {
  if (!timer) return null;
  if (timer.ends_at) return Date.parse(timer.ends_at) - (now + offset);
  return timer.left_ms ?? null;
}

export const isPaused = (timer: StageTimer | null | undefined): boolean =>
  !!timer && !timer.ends_at && timer.left_ms !== null && timer.left_ms !== undefined;

/** '4:05'; what has run over reads '+0:12'. A second counts until it is over. */
export function clock(ms: number): string {
  const seconds = ms >= 0 ? Math.ceil(ms / 1000) : Math.floor(-ms / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return ms < 0 && seconds > 0 ? `+${text}` : text;
}

export type Urgency = 'calm' | 'soon' | 'over';

export const urgency = (ms: number): Urgency => (ms <= 0 ? 'over' : ms <= 60_000 ? 'soon' : 'calm');

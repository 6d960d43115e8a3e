import type { Tone } from '@/app/ui/StatusBadge';
import type { Signal } from './queries';

/** In words and in colour: from where on a signal is of concern. */
export function toneOf(score: number | null): Tone {
  if (score === null) return 'neutral';
  if (score >= 80) return 'good';
  return score >= 50 ? 'progress' : 'attention';
}

export type Standing = 'none' | 'good' | 'partly' | 'weak';

export function standingOf(score: number | null): Standing {
  if (score === null) return 'none';
  if (score >= 80) return 'good';
  return score >= 50 ? 'partly' : 'weak';
}

/** What has changed since the month before; null while there is only one. */
export function changeOf({ months }: Pick<Signal, 'months'>): number | null {
  const last = months.at(-1);
  const before = months.at(-2);
  return last && before ? last.score - before.score : null;
}

/** Where the first record is that the next action is about. */
export function firstStep({ checks, next }: Pick<Signal, 'checks' | 'next'>): string | null {
  return checks.find(({ key }) => key === next)?.missing[0]?.link ?? null;
}

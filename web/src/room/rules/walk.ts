/**
 * Rating one row of the continuum, as the toolkit asks for it: the description on the far right
 * first, and a step to the left as long as it does not fit. Levels are in the pack's order, the
 * lowest first; a place is an index into them.
 */
export interface Walk {
  /** The description that is on screen. */
  at: number;
  /** It has been said that this one fits. */
  settled: boolean;
}

/** Where to begin: at the far right, or at what was answered before. */
export function startWalk(levels: readonly string[], answered?: string | null): Walk {
  const known = answered ? levels.indexOf(answered) : -1;
  return known >= 0 ? { at: known, settled: true } : { at: levels.length - 1, settled: false };
}

export const canGoLeft = ({ at }: Walk): boolean => at > 0;

/** 'Not quite': the next description to the left. The last one on the left stays. */
export const goLeft = (walk: Walk): Walk => ({ at: Math.max(0, walk.at - 1), settled: false });

/** Back to the right, to read again what was passed. */
export const goRight = (walk: Walk, levels: readonly string[]): Walk => ({
  at: Math.min(levels.length - 1, walk.at + 1),
  settled: false,
});

export const fits = (walk: Walk): Walk => ({ ...walk, settled: true });

/** The next row without an answer after `from`, round to the start; null when all are done. */
export function nextOpen<T>(
  rows: readonly T[],
  from: number,
  answered: (row: T) => boolean,
): number | null {
  for (let step = 1; step <= rows.length; step += 1) {
    const at = (from + step) % rows.length;
    const row = rows[at];
    if (row !== undefined && !answered(row)) return at;
  }
  return null;
}

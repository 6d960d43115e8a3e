import type { Cause, Need } from '../queries';

export interface Why {
  cause: Cause;
  /** 1 is the first why. */
  depth: number;
  below: Why[];
}

/** The five whys as trees: a cause whose parent is not there stands on its own. */
export function whyTrees(causes: readonly Cause[]): Why[] {
  const whys = causes.filter(({ method }) => method === 'five_whys');
  const ids = new Set(whys.map(({ id }) => id));
  const grow = (parent: string | null, depth: number): Why[] =>
    whys
      .filter((cause) => {
        const above = cause.parent_id && ids.has(cause.parent_id) ? cause.parent_id : null;
        return above === parent;
      })
      .map((cause) => ({ cause, depth, below: grow(cause.id, depth + 1) }));
  return grow(null, 1);
}

export function nextPosition(causes: readonly Cause[]): number {
  return Math.min(100_000, Math.max(0, ...causes.map(({ position }) => position)) + 10);
}

/** What is between where students are and where they should be; null unless both are numbers. */
export function gapOf(need: {
  present_value?: number | null;
  desired_value?: number | null;
}): number | null {
  const { present_value, desired_value } = need;
  if (typeof present_value !== 'number' || typeof desired_value !== 'number') return null;
  // As decimals, so that 45.1 - 45 is 0.1.
  return Number((desired_value - present_value).toFixed(6));
}

const bare = (text: string) => text.trim().replace(/[.!?;,\s]+$/u, '');
const inSentence = (text: string) => {
  const [first = '', second = ''] = text;
  // An abbreviation or a name keeps its capital.
  return second === second.toLowerCase() && /\p{L}/u.test(second)
    ? first.toLowerCase() + text.slice(1)
    : text;
};

/** The parts of a challenge statement: the need, and its root causes in one phrase. */
export function challengeParts(
  need: Pick<Need, 'title'>,
  causes: readonly Pick<Cause, 'root' | 'statement'>[],
  list: (items: string[]) => string,
): { need: string; cause: string } | null {
  const roots = causes.filter(({ root }) => root).map(({ statement }) => bare(statement));
  if (roots.length === 0) return null;
  return { need: bare(need.title), cause: list(roots.map(inSentence)) };
}

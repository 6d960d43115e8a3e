import type { Template } from '../queries';

export const now = 'now';

/**
 * What the page shows when the address does not say: what has changed since the last
 * submission, or between the last two, or the only one there is.
 */
export function usual(template: Template, differs: boolean): { show: string; against: string } {
  const last = template.submissions;
  if (differs) return { show: now, against: String(last) };
  return { show: String(last), against: last > 1 ? String(last - 1) : '' };
}

/** In the order of time: a comparison always goes from the older to the newer. */
export function inOrder(a: string, b: string): { before: string; after: string } {
  const age = (version: string) => (version === now ? Number.POSITIVE_INFINITY : Number(version));
  return age(a) <= age(b) ? { before: a, after: b } : { before: b, after: a };
}

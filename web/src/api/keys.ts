/**
 * Query keys. Server state lives in the query cache and nowhere else, and a key says which
 * live topic makes it stale:
 *
 *     ['d', district, topic, ...what]
 *
 * so that a message "topic changed" invalidates a prefix, and a feature that names its keys
 * with `keyOf` is live without another line.
 */
export type LiveTopic =
  | 'plan'
  | 'actions'
  | 'teams'
  | 'rounds'
  | 'people'
  | 'schools'
  | 'needs'
  | 'barriers'
  | 'communications'
  | 'agreements'
  | 'workshops'
  | 'monitoring'
  | `template:${string}`;

/** The others are read anew when a page opens, or name a live topic that makes them stale. */
export type Topic =
  | LiveTopic
  | 'home'
  | 'history'
  | 'public-page'
  | 'signals'
  | 'dashboard'
  | 'toolkit'
  | 'funding-sources'
  | 'workshops'
  | 'continuum'
  | 'calendars';

export const sessionKey = ['session'] as const;

export function keyOf(district: string, topic: Topic, ...what: unknown[]) {
  return ['d', district, topic, ...what] as const;
}

/**
 * Of two keys that end in a language: whether the rest is the same. What was read in one language
 * stays on the page until it is there in another, and with it what somebody is typing.
 */
export const butForLanguage = (a: readonly unknown[] | undefined, b: readonly unknown[]): boolean =>
  a !== undefined && JSON.stringify(a.slice(0, -1)) === JSON.stringify(b.slice(0, -1));

import type { QueryKey } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keyOf, type LiveTopic } from '@/api/keys';
import { queryClient } from '@/api/queryClient';
import { LiveSocket, type Presence } from './socket';

/** Saves of one second become one refetch. */
const gather = 250;

const alsoStale = new Map<string, Set<QueryKey>>();
const presence = new Map<string, Presence[]>();
const presenceListeners = new Set<() => void>();
const stale = new Set<string>();
let timer: ReturnType<typeof setTimeout> | null = null;

function invalidate(district: string, topic: string): void {
  const prefixes: QueryKey[] = [
    keyOf(district, topic as LiveTopic),
    ...(alsoStale.get(`${district}/${topic}`) ?? []),
  ];
  for (const queryKey of prefixes) void queryClient.invalidateQueries({ queryKey });
}

function soon(district: string, topic: string): void {
  stale.add(`${district}\n${topic}`);
  if (timer !== null) return;
  timer = setTimeout(() => {
    timer = null;
    const all = [...stale];
    stale.clear();
    for (const entry of all) {
      const [d, t] = entry.split('\n');
      if (d && t) invalidate(d, t);
    }
  }, gather);
}

let district: string | null = null;

export const live = new LiveSocket({
  changed: (event) => soon(event.district, event.topic),
  present: (topic, people) => {
    presence.set(topic, people);
    for (const listener of presenceListeners) listener();
  },
  resumed: (topics) => {
    for (const topic of topics) if (district) soon(district, topic);
  },
});

if (typeof window !== 'undefined') window.addEventListener('online', () => live.hurry());

/**
 * While mounted, whatever is cached under `['d', district, topic]` is fetched again when
 * somebody changes it; `also` names further keys that the topic makes stale.
 */
export function useLive(inDistrict: string, topic: LiveTopic, also: QueryKey[] = []): void {
  const extra = JSON.stringify(also);
  useEffect(() => {
    district = inDistrict;
    const slot = `${inDistrict}/${topic}`;
    const keys = JSON.parse(extra) as QueryKey[];
    const known = alsoStale.get(slot) ?? new Set();
    for (const key of keys) known.add(key);
    alsoStale.set(slot, known);
    const leave = live.subscribe(inDistrict, topic);
    return () => {
      for (const key of keys) known.delete(key);
      leave();
    };
  }, [inDistrict, topic, extra]);
}

/** Who else has this topic open. Subscribes by itself. */
export function usePresence(inDistrict: string, topic: LiveTopic): Presence[] {
  useLive(inDistrict, topic);
  const [people, setPeople] = useState<Presence[]>(() => presence.get(topic) ?? []);
  useEffect(() => {
    const listener = () => setPeople(presence.get(topic) ?? []);
    presenceListeners.add(listener);
    return () => {
      presenceListeners.delete(listener);
      presence.delete(topic);
    };
  }, [topic]);
  return people;
}

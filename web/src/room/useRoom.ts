import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { butForLanguage } from '@/api/keys';
import { isUnreachable } from '@/api/problem';
import { queryClient } from '@/api/queryClient';
import { getResults, getRoom, getRoomPack, type RoomPlace } from './api';
import { keepPack, keepRoom, keptPack, keptRoom } from './keeper';
import { applyEvents, type Room, type RoomEvent } from './rules/events';
import { RoomSocket } from './socket';

/** Who asks is part of the key: a seat sees its own answers, a facilitator none. */
const who = (place: RoomPlace) => place.token ?? 'lead';
export const roomKey = (place: RoomPlace) => ['room', place.workshop, who(place)] as const;
const deviceKey = (place: RoomPlace) => `${place.workshop}/${place.token ? 'seat' : 'lead'}`;

/**
 * Events of late, by room: an answer to `getRoom` may be older than what the socket has told
 * meanwhile, and then they are applied to it again.
 */
const late = new Map<string, RoomEvent[]>();
const mostLate = 2_000;

export const roomQuery = (place: RoomPlace) =>
  queryOptions({
    queryKey: roomKey(place),
    queryFn: async (): Promise<Room> => {
      try {
        const room = await getRoom(place);
        void keepRoom(deviceKey(place), room);
        return applyEvents(room, late.get(roomKey(place).join()) ?? []).room;
      } catch (error) {
        const kept = isUnreachable(error) ? await keptRoom(deviceKey(place)) : undefined;
        if (kept) return kept;
        throw error;
      }
    },
    // The socket keeps it fresh.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

export const roomPackQuery = (place: RoomPlace) => {
  const queryKey = ['room-pack', place.workshop, i18next.language];
  return queryOptions({
    queryKey,
    placeholderData: (before, query) =>
      butForLanguage(query?.queryKey, queryKey) ? before : undefined,
    queryFn: async () => {
      try {
        const pack = await getRoomPack(place);
        void keepPack(deviceKey(place), pack);
        return pack;
      } catch (error) {
        const kept = isUnreachable(error) ? await keptPack(deviceKey(place)) : undefined;
        if (kept) return kept;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
};

export const resultsQuery = (place: RoomPlace, step: string, revision: number) =>
  queryOptions({
    queryKey: ['room-results', place.workshop, who(place), step, revision],
    queryFn: () => getResults(place, step),
    staleTime: 10_000,
  });

/** A change that this page made itself: shown before the socket tells everybody. */
export function updateRoom(place: RoomPlace, change: (room: Room) => Room): void {
  queryClient.setQueryData<Room>(roomKey(place), (room) => (room ? change(room) : room));
}

export interface LiveRoom {
  connected: boolean;
  /** The server's clock is ahead of this device's by so many milliseconds. */
  offset: number;
  /** Seats that are here at the moment; null until told. */
  present: ReadonlySet<string> | null;
  /** This seat is no longer good. */
  refused: boolean;
}

/** The room, live while mounted. */
export function useRoom(place: RoomPlace) {
  const cache = useQueryClient();
  const query = useQuery(roomQuery(place));
  const [live, setLive] = useState<LiveRoom>(outside);
  const { district, workshop, token } = place;
  const known = query.data !== undefined;

  useEffect(() => {
    if (!known) return;
    const key = roomKey({ district, workshop, token });
    const room = () => cache.getQueryData<Room>(key);
    const again = () => void cache.invalidateQueries({ queryKey: key });
    const socket = new RoomSocket(
      { district, workshop, seat: token },
      {
        last: () => room()?.seq ?? 0,
        events: (events) => {
          remember(key.join(), events);
          const now = room();
          if (!now) return;
          const applied = applyEvents(now, events);
          cache.setQueryData(key, applied.room);
          void keepRoom(deviceKey({ district, workshop, token }), applied.room);
          if (applied.again) again();
        },
        present: (seats) => setLive((l) => ({ ...l, present: new Set(seats) })),
        clock: (now) => setLive((l) => ({ ...l, offset: Date.parse(now) - Date.now() })),
        reset: again,
        connected: (connected) => setLive((l) => ({ ...l, connected })),
        refused: () => setLive((l) => ({ ...l, refused: true })),
      },
    );
    socket.open();
    const hurry = () => socket.hurry();
    window.addEventListener('online', hurry);
    return () => {
      window.removeEventListener('online', hurry);
      socket.close();
    };
  }, [cache, district, workshop, token, known]);

  return { query, live };
}

const outside: LiveRoom = { connected: false, offset: 0, present: null, refused: false };

function remember(key: string, events: RoomEvent[]): void {
  late.set(key, [...(late.get(key) ?? []), ...events].slice(-mostLate));
}

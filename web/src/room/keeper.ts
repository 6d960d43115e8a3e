import { createStore, get, set } from 'idb-keyval';
import type { Schema } from '@/api/client';

/** A room and its pack as this device saw them last: enough to go on without a network. */
const store = () => createStore('tandem-rooms', 'rooms');

const quietly = async <A>(work: () => Promise<A>, otherwise: A): Promise<A> => {
  try {
    return await work();
  } catch {
    return otherwise;
  }
};

export const keepRoom = (key: string, room: Schema<'Room'>) =>
  quietly(() => set(`${key}/room`, room, store()), undefined);
export const keptRoom = (key: string) =>
  quietly(() => get<Schema<'Room'>>(`${key}/room`, store()), undefined);
export const keepPack = (key: string, pack: Schema<'Pack'>) =>
  quietly(() => set(`${key}/pack`, pack, store()), undefined);
export const keptPack = (key: string) =>
  quietly(() => get<Schema<'Pack'>>(`${key}/pack`, store()), undefined);

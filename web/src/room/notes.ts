import { postNote } from './api';
import { NoteQueue, type WaitingNote } from './noteQueue';
import { withNote } from './rules/events';
import { tokenOf } from './seats';
import { updateRoom } from './useRoom';

const key = 'tandem.notes';

function load(): WaitingNote[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as WaitingNote[];
  } catch {
    return [];
  }
}

/** All notes of this device that are on their way. */
export const notes = new NoteQueue(
  {
    load,
    save: (waiting) => {
      try {
        localStorage.setItem(key, JSON.stringify(waiting));
      } catch {
        // A browser that keeps nothing: they wait as long as the page lives.
      }
    },
  },
  async ({ district, workshop, seat, fields, key: once }) => {
    const place = { district, workshop, token: tokenOf(seat) };
    const saved = await postNote(place, fields, once);
    keepMine(saved.id);
    updateRoom(place, (room) => withNote(room, saved));
  },
);

const mineKey = 'tandem.notes.mine';
const mostMine = 500;

const mine = (): string[] => {
  try {
    return JSON.parse(localStorage.getItem(mineKey) ?? '[]') as string[];
  } catch {
    return [];
  }
};

function keepMine(id: string): void {
  try {
    localStorage.setItem(mineKey, JSON.stringify([...mine(), id].slice(-mostMine)));
  } catch {
    // Then it cannot be changed from here later in an anonymous room.
  }
}

/** In an anonymous room only this device knows which notes were written on it. */
export const isMine = (id: string): boolean => mine().includes(id);

if (typeof window !== 'undefined') window.addEventListener('online', () => void notes.hurry());

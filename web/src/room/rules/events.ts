import type { Schema } from '@/api/client';

export type Room = Schema<'Room'>;
export type RoomStage = Schema<'RoomStage'>;
export type Seat = Schema<'Seat'>;
export type Note = Schema<'Note'>;
export type NoteKind = Schema<'NoteKind'>;
export type Answer = Schema<'RoomAnswer'>;
export type EvidenceFile = Schema<'KeptFile'>;
export type Consensus = Schema<'Consensus'>;
export type AgendaStep = Schema<'AgendaStep'>;

interface Numbered {
  seq: number;
  at: string;
}

/** What the room's socket tells (api/room.md). */
export type RoomEvent = Numbered &
  (
    | { kind: 'stage'; stage: RoomStage }
    | { kind: 'workshop' | 'minutes'; version: number }
    | { kind: 'seat'; seat: Seat }
    | {
        kind: 'answered';
        step: string;
        subject: string;
        group_id: string;
        seat_id: string | null;
        first: boolean;
        by_group: boolean;
      }
    | { kind: 'note'; note: Note }
    | { kind: 'note_removed'; id: string }
    | { kind: 'consensus'; consensus: Consensus }
    | { kind: 'action'; action: Schema<'ActionItem'> }
  );

/** The room after some events, and whether a part of it has to be asked for anew. */
export interface Applied {
  room: Room;
  /** A number was missed, or the plan was changed. */
  again: boolean;
}

/**
 * The room's state after `events`. Each number counts once, in order: what is known is passed
 * over, and at a gap it stops and asks for the room anew.
 */
export function applyEvents(room: Room, events: readonly RoomEvent[]): Applied {
  let now = room;
  let again = false;
  for (const event of events) {
    if (event.seq <= now.seq) continue;
    if (event.seq > now.seq + 1) return { room: now, again: true };
    now = { ...applyOne(now, event), seq: event.seq };
    again ||= event.kind === 'workshop' || isMyGroups(now, event);
  }
  return { room: now, again };
}

function applyOne(room: Room, event: RoomEvent): Room {
  switch (event.kind) {
    case 'stage':
      return withStage(room, event.stage);
    case 'seat':
      return withSeat(room, event.seat);
    case 'answered':
      return event.first ? withAnswered(room, event) : room;
    case 'note':
      return withNote(room, event.note);
    case 'note_removed':
      return { ...room, notes: room.notes.filter(({ id }) => id !== event.id) };
    case 'consensus':
      return { ...room, consensus: newer(room.consensus, event.consensus) };
    case 'action':
      return { ...room, actions: newer(room.actions, event.action) };
    default:
      return room;
  }
}

/** The group's one answer was changed by somebody else of it. */
const isMyGroups = (room: Room, event: RoomEvent): boolean =>
  event.kind === 'answered' &&
  event.by_group &&
  !!room.seat &&
  event.group_id === room.seat.group_id;

export const withStage = (room: Room, stage: RoomStage): Room =>
  stage.version < room.stage.version
    ? room
    : { ...room, stage, workshop: { ...room.workshop, state: stage.state } };

export function withSeat(room: Room, seat: Seat): Room {
  const own = room.seat?.id === seat.id && seat.version >= room.seat.version;
  return { ...room, seats: newer(room.seats, seat), seat: own ? seat : room.seat };
}

export const withNote = (room: Room, note: Note): Room => ({
  ...room,
  notes: newer(room.notes, note),
});

/** One's own answer as the server has it. */
export function withMine(room: Room, answer: Answer): Room {
  const known = room.mine.find(
    ({ step, subject }) => step === answer.step && subject === answer.subject,
  );
  if (known && known.version > answer.version) return room;
  return { ...room, mine: [...room.mine.filter((mine) => mine !== known), answer] };
}

function withAnswered(room: Room, event: RoomEvent & { kind: 'answered' }): Room {
  const { step, subject, group_id, seat_id } = event;
  const here = (a: Schema<'Answered'>) =>
    a.step === step && a.subject === subject && a.group_id === group_id;
  const known = room.answered.find(here);
  const entry = {
    step,
    subject,
    group_id,
    count: (known?.count ?? 0) + 1,
    seats: seat_id ? [...(known?.seats ?? []), seat_id] : (known?.seats ?? []),
  };
  return {
    ...room,
    answered: known
      ? room.answered.map((a) => (a === known ? entry : a))
      : [...room.answered, entry],
  };
}

/** An own save's answer and its event may come in any order: the higher version stays. */
function newer<T extends { id: string; version: number }>(list: readonly T[], item: T): T[] {
  const at = list.findIndex(({ id }) => id === item.id);
  const known = list[at];
  if (!known) return [...list, item];
  if (known.version > item.version) return [...list];
  return list.map((each, index) => (index === at ? item : each));
}

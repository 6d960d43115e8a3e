import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEvents, type Note, type Room, type RoomEvent, withMine } from './events';
import { emptyRoom, note, seat } from './samples';

const at = '2026-11-24T17:30:00Z';

function answered(seq: number, subject: string, group_id: string, more: object = {}): RoomEvent {
  return {
    seq,
    at,
    kind: 'answered',
    step: 'rate-rows',
    subject,
    group_id,
    seat_id: null,
    first: true,
    by_group: false,
    ...more,
  };
}

const apply = (room: Room, ...events: RoomEvent[]) => applyEvents(room, events);

describe('events of a room', () => {
  it('count each number once, whatever is told twice', () => {
    const events = [answered(1, 'vision', 'oak'), answered(2, 'vision', 'oak')];
    const once = apply(emptyRoom(), ...events).room;
    expect(apply(once, ...events).room).toEqual(once);
    expect(once.answered).toEqual([
      { step: 'rate-rows', subject: 'vision', group_id: 'oak', count: 2, seats: [] },
    ]);
  });

  it('stop at a gap, and ask for the room anew', () => {
    const { room, again } = apply(emptyRoom(), answered(1, 'vision', ''), answered(3, 'plans', ''));
    expect(again).toBe(true);
    expect(room.seq).toBe(1);
    expect(room.answered.length).toBe(1);
  });

  it('come to the same in whatever pieces they arrive, also repeated', () => {
    const kinds = fc.constantFrom('answered', 'seat', 'note', 'removed');
    const script = fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 4 })), { maxLength: 40 });
    const cuts = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 });
    fc.assert(
      fc.property(script, cuts, (steps, places) => {
        const events = steps.map(([kind, n], index): RoomEvent => {
          const seq = index + 1;
          if (kind === 'seat') return { seq, at, kind, seat: seat(`s${n}`, { version: seq }) };
          if (kind === 'note') return { seq, at, kind, note: note(`n${n}`, { version: seq }) };
          if (kind === 'removed') return { seq, at, kind: 'note_removed', id: `n${n}` };
          return answered(seq, `row${n}`, n % 2 ? 'oak' : '');
        });
        const whole = applyEvents(emptyRoom(), events).room;
        let room = emptyRoom();
        for (const place of [...places].sort((a, b) => a - b).concat(events.length)) {
          // From a little before what is known: the server may send again.
          room = applyEvents(room, events.slice(Math.max(0, room.seq - 2), place)).room;
        }
        expect(room).toEqual(whole);
      }),
    );
  });

  it('never put an older version over a newer one', () => {
    const newerNote: Note = note('n1', { version: 5, text: 'after' });
    const { room } = apply(
      { ...emptyRoom(), notes: [newerNote] },
      { seq: 1, at, kind: 'note', note: note('n1', { version: 4, text: 'before' }) },
    );
    expect(room.notes[0]?.text).toBe('after');
  });

  it('move one’s own seat along, and no other', () => {
    const room = { ...emptyRoom(), seat: seat('me'), seats: [seat('me'), seat('you')] };
    const mine = seat('me', { version: 2, group_id: 'oak' });
    const moved = apply(room, { seq: 1, at, kind: 'seat', seat: mine }).room;
    expect(moved.seat).toEqual(mine);
    const other = seat('you', { version: 2, group_id: 'elm' });
    expect(apply(moved, { seq: 2, at, kind: 'seat', seat: other }).room.seat).toEqual(mine);
  });

  it('ask for the group’s answer when somebody else of the group gave it', () => {
    const room = { ...emptyRoom(), seat: seat('me', { group_id: 'oak' }) };
    const group = { by_group: true, first: false };
    expect(apply(room, answered(1, 'vision', 'oak', group)).again).toBe(true);
    expect(apply(room, answered(1, 'vision', 'elm', group)).again).toBe(false);
    expect(apply(room, answered(1, 'vision', 'oak')).again).toBe(false);
  });

  it('keep the newer of two answers of one’s own', () => {
    const answer = {
      id: 'a',
      version: 2,
      step: 'rate-rows',
      subject: 'vision',
      seat_id: 'me',
      group_id: '',
      value: 'evolving',
      text: '',
      link: '',
    };
    const room = withMine(emptyRoom(), answer);
    expect(withMine(room, { ...answer, version: 1, value: 'beginning' }).mine).toEqual([answer]);
    expect(withMine(room, { ...answer, version: 3, value: 'beginning' }).mine).toHaveLength(1);
  });
});

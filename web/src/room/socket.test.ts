import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyEvents, type Room, type RoomEvent } from './rules/events';
import { emptyRoom } from './rules/samples';
import { type RoomHandlers, RoomSocket } from './socket';

/** One connection, as the server sees it. */
class Line {
  readyState = 1;
  sent: { type: string; after?: number; seat?: string | null }[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.drop(1000);
  }
  say(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  drop(code: number) {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

const hello = { type: 'hello', protocol: 1, now: '2026-11-24T17:30:00Z' };
const event = (seq: number): RoomEvent => ({
  seq,
  at: '',
  kind: 'answered',
  step: 'rate',
  subject: 'vision',
  group_id: '',
  seat_id: null,
  first: true,
  by_group: false,
});

function enter() {
  const lines: Line[] = [];
  const state = { room: emptyRoom() as Room, connected: false, resets: 0, refused: false };
  const handlers: RoomHandlers = {
    last: () => state.room.seq,
    events: (events) => {
      state.room = applyEvents(state.room, events).room;
    },
    present: () => {},
    clock: () => {},
    reset: () => {
      state.resets += 1;
    },
    connected: (yes) => {
      state.connected = yes;
    },
    refused: () => {
      state.refused = true;
    },
  };
  const socket = new RoomSocket(
    { district: 'd', workshop: 'w', seat: 'token' },
    handlers,
    () => {
      const line = new Line();
      lines.push(line);
      return line as unknown as WebSocket;
    },
    () => 0.5,
  );
  socket.open();
  const line = () => lines.at(-1) as Line;
  const accept = (resumed = true) => {
    line().say(hello);
    line().say({ type: 'joined', seq: 0, resumed });
  };
  return { socket, state, lines, line, accept };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('RoomSocket', () => {
  it('joins with its seat from the last number it knows, also after a drop', async () => {
    const { state, lines, line, accept } = enter();
    accept();
    expect(line().sent[0]).toMatchObject({ type: 'join', seat: 'token', after: 0 });
    line().say({ type: 'events', events: [event(1), event(2)] });
    line().drop(1006);
    expect(state.connected).toBe(false);
    await vi.advanceTimersByTimeAsync(500);
    expect(lines).toHaveLength(2);
    accept();
    expect(line().sent[0]).toMatchObject({ after: 2 });
    line().say({ type: 'events', events: [event(2), event(3)] });
    expect(state.room.answered[0]?.count).toBe(3);
    expect(state.connected).toBe(true);
  });

  it('waits longer each time the server is away, and hurries when the network is back', async () => {
    const { socket, lines, line } = enter();
    line().drop(1006);
    await vi.advanceTimersByTimeAsync(500);
    line().drop(1006);
    await vi.advanceTimersByTimeAsync(500);
    expect(lines).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(500);
    expect(lines).toHaveLength(3);
    line().drop(1006);
    socket.hurry();
    expect(lines).toHaveLength(4);
  });

  it('asks for the room anew when the server does not know its number', () => {
    const { state, accept } = enter();
    accept(false);
    expect(state.resets).toBe(1);
  });

  it('does not knock again where it may not be', async () => {
    const { state, lines, line } = enter();
    line().drop(1008);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lines).toHaveLength(1);
    expect(state.refused).toBe(true);
  });

  it('keeps the line alive, and is quiet once closed', async () => {
    const { socket, lines, line, accept } = enter();
    accept();
    await vi.advanceTimersByTimeAsync(26_000);
    expect(line().sent.at(-1)).toEqual({ type: 'ping' });
    socket.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lines).toHaveLength(1);
  });
});

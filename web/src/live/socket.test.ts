import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LiveSocket } from './socket';

class FakeSocket {
  readyState = 0;
  sent: { type: string; topics?: string[] }[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;

  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  accept() {
    this.readyState = 1;
    this.onopen?.();
  }
  drop() {
    this.readyState = 3;
    this.onclose?.();
  }
  close() {
    this.drop();
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const sockets: FakeSocket[] = [];
  const handlers = { changed: vi.fn(), present: vi.fn(), resumed: vi.fn() };
  const live = new LiveSocket(handlers, () => {
    const socket = new FakeSocket();
    sockets.push(socket);
    return socket as unknown as WebSocket;
  });
  return { live, sockets, handlers };
}

it('asks for the topics on screen, once for all of them', async () => {
  const { live, sockets } = setUp();
  live.subscribe('d1', 'plan');
  const leave = live.subscribe('d1', 'actions');
  await vi.advanceTimersByTimeAsync(0);
  sockets[0]?.accept();
  expect(sockets[0]?.sent).toEqual([
    { type: 'subscribe', district: 'd1', topics: ['plan', 'actions'] },
  ]);
  leave();
  await vi.advanceTimersByTimeAsync(0);
  expect(sockets[0]?.sent.at(-1)?.topics).toEqual(['plan']);
});

it('comes back after a lost connection and says what may have been missed', async () => {
  const { live, sockets, handlers } = setUp();
  live.subscribe('d1', 'plan');
  await vi.advanceTimersByTimeAsync(0);
  sockets[0]?.accept();
  sockets[0]?.drop();
  await vi.advanceTimersByTimeAsync(1_000);
  sockets[1]?.accept();
  expect(handlers.resumed).toHaveBeenCalledWith(['plan']);
});

it('hangs up when nothing is wanted and does not come back', async () => {
  const { live, sockets } = setUp();
  const leave = live.subscribe('d1', 'plan');
  await vi.advanceTimersByTimeAsync(0);
  sockets[0]?.accept();
  leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sockets).toHaveLength(1);
  expect(sockets[0]?.readyState).toBe(3);
});

it('is not upset by what it does not understand', async () => {
  const { live, sockets, handlers } = setUp();
  live.subscribe('d1', 'plan');
  await vi.advanceTimersByTimeAsync(0);
  sockets[0]?.accept();
  sockets[0]?.onmessage?.({ data: 'not json' });
  sockets[0]?.onmessage?.({ data: '{"type":"new-thing"}' });
  expect(handlers.changed).not.toHaveBeenCalled();
});

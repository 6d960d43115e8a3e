import type { RoomEvent } from './rules/events';

type Message =
  | { type: 'hello'; protocol: number; now: string }
  | { type: 'joined'; seq: number; resumed: boolean }
  | { type: 'events'; events: RoomEvent[] }
  | { type: 'present'; seats: string[]; sockets: number }
  | { type: 'pong'; now: string }
  | { type: 'error'; detail: string };

export interface RoomHandlers {
  /** The number of the last event applied: asked at each connection, so that it resumes there. */
  last: () => number;
  events: (events: RoomEvent[]) => void;
  present: (seats: string[], sockets: number) => void;
  /** The server's clock. */
  clock: (now: string) => void;
  /** What is known is from another time: fetch the room again. */
  reset: () => void;
  /** Whether news arrives at the moment. */
  connected: (yes: boolean) => void;
  /** The seat is no longer good, or one may not be here. */
  refused: () => void;
}

export interface RoomAddress {
  district: string;
  workshop: string;
  /** The seat's token; null for who leads. */
  seat: string | null;
}

const firstWait = 500;
const longestWait = 15_000;
const pingEvery = 25_000;
/** Policy: the seat has left, or may not be here. */
const refusal = 1008;

/**
 * The socket of one room: comes back after every drop with growing, uneven pauses, and says the
 * last number it has seen, so that nothing is missed and nothing counts twice.
 */
export class RoomSocket {
  private socket: WebSocket | null = null;
  private wait = firstWait;
  private retry: ReturnType<typeof setTimeout> | null = null;
  private ping: ReturnType<typeof setInterval> | null = null;
  private closed = false;

  constructor(
    private readonly address: RoomAddress,
    private readonly handlers: RoomHandlers,
    private readonly connect: () => WebSocket = () =>
      new WebSocket(
        `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live/rooms`,
      ),
    private readonly random: () => number = Math.random,
  ) {}

  open(): void {
    if (this.closed || this.socket) return;
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = null;
    const socket = this.connect();
    this.socket = socket;
    socket.onmessage = (event) => this.hear(String(event.data));
    socket.onclose = (event) => this.lost(socket, event.code);
  }

  /** The network is back: do not sit out a long pause. */
  hurry(): void {
    if (this.retry === null) return;
    this.wait = firstWait;
    this.open();
  }

  close(): void {
    this.closed = true;
    if (this.retry !== null) clearTimeout(this.retry);
    if (this.ping !== null) clearInterval(this.ping);
    this.retry = null;
    this.socket?.close();
    this.socket = null;
  }

  private hear(text: string): void {
    let message: Message;
    try {
      message = JSON.parse(text) as Message;
    } catch {
      return;
    }
    if (message.type === 'hello') {
      this.handlers.clock(message.now);
      this.join();
    }
    if (message.type === 'joined') {
      this.wait = firstWait;
      this.handlers.connected(true);
      if (!message.resumed) this.handlers.reset();
    }
    if (message.type === 'events') this.handlers.events(message.events);
    if (message.type === 'present') this.handlers.present(message.seats, message.sockets);
    if (message.type === 'pong') this.handlers.clock(message.now);
  }

  private join(): void {
    this.send({ type: 'join', ...this.address, after: this.handlers.last() });
    if (this.ping !== null) clearInterval(this.ping);
    this.ping = setInterval(() => this.send({ type: 'ping' }), pingEvery);
  }

  private send(message: object): void {
    if (this.socket?.readyState === 1) this.socket.send(JSON.stringify(message));
  }

  private lost(socket: WebSocket, code: number): void {
    if (socket !== this.socket) return;
    this.socket = null;
    if (this.ping !== null) clearInterval(this.ping);
    this.handlers.connected(false);
    if (this.closed) return;
    if (code === refusal) {
      this.handlers.refused();
      return;
    }
    this.retry = setTimeout(
      () => {
        this.retry = null;
        this.open();
      },
      this.wait * (0.5 + this.random()),
    );
    this.wait = Math.min(this.wait * 2, longestWait);
  }
}

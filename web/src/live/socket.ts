/** What the server says over /live (see the contract): thin, so that the page asks again. */
export interface Changed {
  type: 'changed';
  district: string;
  topic: string;
  entity: string;
  id: string;
  version: number;
  by: string;
}

export interface Presence {
  id: string;
  name: string;
}

type Message =
  | { type: 'hello'; protocol: number }
  | Changed
  | { type: 'present'; topic: string; people: Presence[] }
  | { type: 'pong' }
  | { type: 'error'; detail: string };

export interface LiveHandlers {
  changed: (event: Changed) => void;
  present: (topic: string, people: Presence[]) => void;
  /** Back after a gap: whatever was missed is stale. */
  resumed: (topics: string[]) => void;
}

const firstWait = 500;
const longestWait = 30_000;
const pingEvery = 25_000;

/**
 * The one socket. It is open while something is subscribed, comes back with growing, uneven
 * pauses (a whole school's Chromebooks must not return in the same second), and holds the set
 * of topics that the pages on screen want.
 */
export class LiveSocket {
  private socket: WebSocket | null = null;
  private district: string | null = null;
  private readonly wanted = new Map<string, number>();
  private wait = firstWait;
  private retry: ReturnType<typeof setTimeout> | null = null;
  private ping: ReturnType<typeof setInterval> | null = null;
  private wasOpen = false;

  constructor(
    private readonly handlers: LiveHandlers,
    private readonly connect: () => WebSocket = () =>
      new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`),
  ) {}

  /** Wants `topic` of `district` until the returned function is called. */
  subscribe(district: string, topic: string): () => void {
    if (this.district !== district) {
      this.district = district;
      this.wanted.clear();
    }
    this.wanted.set(topic, (this.wanted.get(topic) ?? 0) + 1);
    this.update();
    return () => {
      if (this.district !== district) return;
      const left = (this.wanted.get(topic) ?? 1) - 1;
      if (left > 0) this.wanted.set(topic, left);
      else this.wanted.delete(topic);
      this.update();
    };
  }

  /** After signing out. */
  close(): void {
    this.wanted.clear();
    this.district = null;
    this.update();
  }

  /** The network is back: do not sit out a long pause. */
  hurry(): void {
    if (this.retry === null) return;
    this.wait = firstWait;
    this.open();
  }

  private queued = false;

  /** One message for all that a page change subscribes and drops. */
  private update(): void {
    if (this.queued) return;
    this.queued = true;
    queueMicrotask(() => {
      this.queued = false;
      if (this.wanted.size === 0) this.hangUp();
      else if (!this.socket && this.retry === null) this.open();
      else this.say();
    });
  }

  private say(): void {
    if (this.socket?.readyState !== 1) return;
    this.send({ type: 'subscribe', district: this.district, topics: [...this.wanted.keys()] });
  }

  private send(message: object): void {
    this.socket?.send(JSON.stringify(message));
  }

  private open(): void {
    if (this.retry !== null) clearTimeout(this.retry);
    this.retry = null;
    const socket = this.connect();
    this.socket = socket;
    socket.onopen = () => {
      this.wait = firstWait;
      this.say();
      if (this.wasOpen) this.handlers.resumed([...this.wanted.keys()]);
      this.wasOpen = true;
      this.ping = setInterval(() => this.send({ type: 'ping' }), pingEvery);
    };
    socket.onmessage = (event) => this.hear(String(event.data));
    socket.onclose = () => this.lost(socket);
  }

  private hear(text: string): void {
    let message: Message;
    try {
      message = JSON.parse(text) as Message;
    } catch {
      return;
    }
    if (message.type === 'changed') this.handlers.changed(message);
    if (message.type === 'present') this.handlers.present(message.topic, message.people);
  }

  private lost(socket: WebSocket): void {
    if (socket !== this.socket) return;
    this.socket = null;
    if (this.ping !== null) clearInterval(this.ping);
    if (this.wanted.size === 0) return;
    this.retry = setTimeout(() => this.open(), this.wait * (0.5 + Math.random()));
    this.wait = Math.min(this.wait * 2, longestWait);
  }

  private hangUp(): void {
    if (this.retry !== null) clearTimeout(this.retry);
    if (this.ping !== null) clearInterval(this.ping);
    this.retry = null;
    const { socket } = this;
    this.socket = null;
    this.wasOpen = false;
    socket?.close();
  }
}

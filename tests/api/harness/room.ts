// A phone in a room, and the socket of whoever looks on.
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'undici';
import type { Client } from './client';
import type { Schemas } from './contract';
import { answerFields, noteFields, seatFields } from './workshop';

export interface RoomEvent {
  seq: number;
  at: string;
  kind: string;
  subject?: string;
  stage?: Schemas['RoomStage'];
  note?: Schemas['Note'];
}

interface Message {
  type: string;
  seq?: number;
  resumed?: boolean;
  seats?: string[];
  sockets?: number;
  events?: RoomEvent[];
}

const patience = 15_000;

export class RoomSocket {
  readonly messages: Message[] = [];
  readonly events: RoomEvent[] = [];
  readonly closed: Promise<number>;
  private after = 0;

  private constructor(private readonly socket: WebSocket) {
    this.closed = new Promise((resolve) =>
      socket.addEventListener('close', ({ code }) => resolve(code)),
    );
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as Message;
      this.messages.push(message);
      this.events.push(...(message.events ?? []));
    });
    socket.addEventListener('error', () => {});
  }

  static async open(
    server: { origin: string; port: number },
    cookie: string | null = null,
  ): Promise<RoomSocket> {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/live/rooms`, {
      headers: cookie ? { cookie } : {},
    });
    const room = new RoomSocket(socket);
    await room.message(({ type }) => type === 'hello');
    return room;
  }

  /** As who leads the workshop. */
  static async lead(client: Client, workshop: string): Promise<RoomSocket> {
    const socket = await RoomSocket.open(client.server, client.cookie);
    socket.join(client.district ?? '', workshop, null, 0);
    await socket.message(({ type }) => type === 'joined');
    return socket;
  }

  join(district: string, workshop: string, seat: string | null, after: number): void {
    this.after = after;
    this.send(JSON.stringify({ type: 'join', district, workshop, seat, after }));
  }

  send(text: string): void {
    this.socket.send(text);
  }

  close(): void {
    this.socket.close();
  }

  numbers(): number[] {
    return this.events.map(({ seq }) => seq);
  }

  get last(): number {
    return this.events.at(-1)?.seq ?? this.after;
  }

  /** Numbers that do not follow the one before. */
  gaps(): number[] {
    return this.numbers().filter(
      (seq, i, all) => seq !== (i === 0 ? this.after : (all[i - 1] ?? 0)) + 1,
    );
  }

  until(wanted: (event: RoomEvent) => boolean): Promise<void> {
    return this.wait('an event', () => this.events.some(wanted));
  }
  message(wanted: (message: Message) => boolean): Promise<void> {
    return this.wait('a message', () => this.messages.some(wanted));
  }
  present(wanted: (seats: string[], sockets: number) => boolean): Promise<void> {
    return this.wait('who is there', () => {
      const last = this.messages.filter(({ type }) => type === 'present').at(-1);
      return !!last && wanted(last.seats ?? [], last.sockets ?? 0);
    });
  }
  reach(seq: number): Promise<void> {
    return this.wait(`event ${seq}`, () => this.last >= seq);
  }

  private async wait(what: string, done: () => boolean): Promise<void> {
    const giveUpAt = Date.now() + patience;
    while (!done()) {
      if (Date.now() > giveUpAt) {
        throw new Error(`${what} did not come: ${JSON.stringify(this.messages).slice(-1500)}`);
      }
      await pause(10);
    }
  }
}

export class Phone {
  private constructor(
    readonly client: Client,
    readonly seat: Schemas['Seat'],
    readonly token: string,
    readonly path: { district: string; workshop: string },
  ) {}

  static async join(
    client: Client,
    code: string,
    body?: Partial<Schemas['SeatFields']>,
  ): Promise<Phone> {
    const taken = await client.ok('takeSeat', { path: { code }, body: seatFields(body) });
    const path = { district: taken.district_id, workshop: taken.workshop_id };
    return new Phone(client, taken.seat, taken.token, path);
  }

  get headers(): Record<string, string> {
    return { 'x-seat': this.token };
  }

  async connect(
    after = 0,
    server: { origin: string; port: number } = this.client.server,
  ): Promise<RoomSocket> {
    const socket = await RoomSocket.open(server);
    socket.join(this.path.district, this.path.workshop, this.token, after);
    await socket.message(({ type }) => type === 'joined');
    return socket;
  }

  answer(
    step: string,
    subject: string,
    body = answerFields(),
    seen = 0,
  ): Promise<Schemas['RoomAnswer']> {
    const path = { ...this.path, step, subject };
    return this.client.ok('saveRoomAnswer', { path, body, seen, headers: this.headers });
  }

  /** As a phone does it: again and again until it is in, also when it was in already. */
  async answerUntilTaken(step: string, subject: string): Promise<void> {
    const giveUpAt = Date.now() + patience;
    while (true) {
      try {
        const answer = await this.client.call('saveRoomAnswer', {
          path: { ...this.path, step, subject },
          body: answerFields(),
          seen: 0,
          headers: this.headers,
        });
        if (answer.status === 200 || answer.status === 412) return;
      } catch (problem) {
        if (Date.now() > giveUpAt) throw problem;
      }
      await pause(50);
    }
  }

  post(body = noteFields()): Promise<Schemas['Note']> {
    return this.client.ok('postNote', { path: this.path, body, headers: this.headers });
  }
}

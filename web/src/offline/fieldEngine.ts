import { type Choice, same } from '@/api/merge';
import { isProblem, isUnreachable } from '@/api/problem';
import type { DraftStore } from './drafts';
import type { FieldState, FieldStatus, SavedField, Stored } from './savedField';

export interface EngineContext {
  drafts: DraftStore;
  person: string;
  delay: number;
  random: () => number;
}

const firstWait = 1_000;
const longestWait = 30_000;

/**
 * One field's way to the server, independent of any component: a component that unmounts
 * leaves it running, and the outbox starts it for a draft that an earlier page left behind.
 *
 * What holds at every moment: either `value` equals what the server is known to have, or a
 * draft with `value` is in the store.
 */
export class FieldEngine<Target, T> {
  private base: Stored<T>;
  private value: T;
  private status: FieldStatus = 'idle';
  private theirs: Stored<T> | null = null;
  private refusal: Error | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private wait = firstWait;
  private sending: Promise<void> | null = null;
  private news: Stored<T> | null = null;
  private snapshot: FieldState<T>;
  private readonly listeners = new Set<() => void>();
  private storing: Promise<void> = Promise.resolve();

  readonly key: string;

  constructor(
    private readonly field: SavedField<Target, T>,
    private readonly target: Target,
    stored: Stored<T>,
    private readonly context: EngineContext,
  ) {
    this.key = `${context.person}/${field.kind}/${field.key(target)}`;
    this.base = stored;
    this.value = stored.value;
    this.snapshot = this.take();
  }

  /** Takes up a draft that an earlier page left, and sends it. */
  async recover(): Promise<void> {
    const draft = await this.context.drafts.load(this.key);
    if (!draft || this.dirty) return;
    this.value = draft.value as T;
    const server = this.base;
    this.base = { value: draft.base as T, version: draft.version };
    this.status = 'waiting';
    if (server.version > this.base.version) this.meet(server);
    if (!this.dirty) this.settled('saved');
    this.publish();
    if (this.status === 'waiting') this.schedule(0);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly state = (): FieldState<T> => this.snapshot;

  get dirty(): boolean {
    return !same(this.value, this.base.value);
  }

  type(value: T): void {
    if (same(value, this.value)) return;
    this.value = value;
    this.refusal = null;
    if (this.status !== 'conflict') this.status = 'saving';
    this.keep();
    this.publish();
    if (this.status === 'conflict') return;
    if (!this.dirty && !this.sending) this.settled('saved');
    else this.schedule(this.context.delay);
  }

  /** The server's state as a query saw it. */
  follow(stored: Stored<T>): void {
    if (stored.version <= this.base.version) return;
    // Our own save's echo may come before its answer: judge when the answer is there.
    if (this.sending) {
      this.news = stored;
      return;
    }
    const clean = !this.dirty;
    this.meet(stored);
    if (clean) this.status = this.status === 'idle' ? 'idle' : 'saved';
    this.publish();
    if (this.dirty && this.status !== 'conflict') this.schedule(this.context.delay);
  }

  resolve(choice: Choice): void {
    if (this.status !== 'conflict' || !this.theirs) return;
    const { theirs } = this;
    if (choice === 'theirs') this.value = theirs.value;
    if (choice === 'both' && this.field.both)
      this.value = this.field.both(this.value, theirs.value);
    this.base = theirs;
    this.theirs = null;
    this.status = 'saving';
    this.keep();
    if (!this.dirty) {
      this.settled('saved');
      return;
    }
    this.publish();
    this.schedule(0);
  }

  /** Send now what is typed: on blur, on pagehide, when the network is back. */
  async flush(): Promise<void> {
    if (!this.dirty || this.status === 'conflict') return this.sending ?? undefined;
    this.schedule(null);
    await this.send();
  }

  private schedule(ms: number | null): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (ms === null) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.send();
    }, ms);
  }

  private async send(): Promise<void> {
    // Only one at a time, so that versions stay in order; what was typed since goes next.
    while (this.sending) await this.sending;
    if (!this.dirty || this.status === 'conflict') return;
    this.sending = this.sendOnce();
    await this.sending;
  }

  private async sendOnce(): Promise<void> {
    const value = this.value;
    this.status = 'saving';
    this.publish();
    try {
      const sent = await this.field.send(this.target, value, this.base.version);
      this.sending = null;
      this.wait = firstWait;
      if (sent.kind === 'saved') {
        this.base = sent;
        // The server may tidy a text; what was typed meanwhile stays.
        if (same(this.value, value)) this.value = sent.value;
      } else this.meet(sent);
      this.takeNews();
      this.after();
    } catch (error) {
      this.sending = null;
      this.takeNews();
      this.failed(error);
    }
  }

  private takeNews(): void {
    const { news } = this;
    this.news = null;
    if (news && news.version > this.base.version) this.meet(news);
  }

  private after(): void {
    if (this.status === 'conflict') {
      this.keep();
      this.publish();
    } else if (this.dirty) {
      this.status = 'saving';
      this.keep();
      this.publish();
      this.schedule(this.context.delay);
    } else this.settled('saved');
  }

  private failed(error: unknown): void {
    if (this.status === 'conflict') {
      this.publish();
      return;
    }
    // Signed out (401) is not a refusal: it goes on after signing in.
    const temporary =
      isUnreachable(error) || (isProblem(error) && [401, 429].includes(error.status));
    if (temporary || !isProblem(error)) {
      this.status = 'waiting';
      this.schedule(this.wait * (0.5 + this.context.random()));
      this.wait = Math.min(this.wait * 2, longestWait);
    } else {
      this.status = 'refused';
      this.refusal = error;
    }
    this.publish();
  }

  /** The server's newer state against what is here. */
  private meet(stored: Stored<T>): void {
    if (!this.dirty) this.value = stored.value;
    const agreed = same(stored.value, this.value) || same(stored.value, this.base.value);
    if (agreed || !this.dirty) {
      this.base = stored;
      if (this.status === 'conflict') this.status = 'saving';
      this.theirs = null;
      return;
    }
    this.theirs = stored;
    this.status = 'conflict';
  }

  private settled(status: FieldStatus): void {
    this.status = status;
    this.theirs = null;
    this.schedule(null);
    this.storing = this.storing.then(() =>
      this.dirty ? undefined : this.context.drafts.drop(this.key),
    );
    this.publish();
  }

  private keep(): void {
    const draft = {
      kind: this.field.kind,
      target: this.target,
      person: this.context.person,
      value: this.value,
      base: this.base.value,
      version: this.base.version,
      at: new Date().toISOString(),
    };
    this.storing = this.storing.then(() => this.context.drafts.save(this.key, draft));
  }

  private take(): FieldState<T> {
    return { value: this.value, status: this.status, theirs: this.theirs, refusal: this.refusal };
  }

  private publish(): void {
    this.snapshot = this.take();
    for (const listener of this.listeners) listener();
  }
}

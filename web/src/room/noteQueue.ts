import type { Schema } from '@/api/client';
import { isProblem, isUnreachable } from '@/api/problem';

/** A note that was written here and is not known to be on the server. */
export interface WaitingNote {
  /** Its Idempotency-Key: sent twice, it is there once. */
  key: string;
  district: string;
  workshop: string;
  seat: string;
  fields: Schema<'NoteFields'>;
  /** The server said no; it is shown with its reason instead of being sent again. */
  refused?: string;
}

export interface NoteStore {
  load: () => WaitingNote[];
  save: (notes: WaitingNote[]) => void;
}

const firstWait = 1_000;
const longestWait = 20_000;

/** Notes leave in the order they were written, one at a time, until the server has each. */
export class NoteQueue {
  private notes: readonly WaitingNote[];
  private wait = firstWait;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private sending = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly store: NoteStore,
    private readonly send: (note: WaitingNote) => Promise<void>,
    private readonly random: () => number = Math.random,
  ) {
    this.notes = store.load();
  }

  readonly waiting = (): readonly WaitingNote[] => this.notes;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  add(note: WaitingNote): void {
    this.change([...this.notes, note]);
    void this.hurry();
  }

  /** Thrown away by its author. */
  drop(key: string): void {
    this.change(this.notes.filter((note) => note.key !== key));
  }

  /** Now: something was written, or the network is back. */
  async hurry(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.sending) return;
    this.sending = true;
    try {
      for (let next = this.next(); next; next = this.next()) {
        try {
          await this.send(next);
          this.wait = firstWait;
          this.drop(next.key);
        } catch (error) {
          if (!this.failed(next, error)) break;
        }
      }
    } finally {
      this.sending = false;
    }
  }

  private next = () => this.notes.find(({ refused }) => refused === undefined);

  /** True when the others may go on. */
  private failed(note: WaitingNote, error: unknown): boolean {
    const later = isUnreachable(error) || !isProblem(error) || error.status === 429;
    if (!later) {
      this.change(
        this.notes.map((n) => (n.key === note.key ? { ...n, refused: error.message } : n)),
      );
      return true;
    }
    this.timer = setTimeout(() => void this.hurry(), this.wait * (0.5 + this.random()));
    this.wait = Math.min(this.wait * 2, longestWait);
    return false;
  }

  private change(notes: readonly WaitingNote[]): void {
    this.notes = notes;
    this.store.save([...notes]);
    for (const listener of this.listeners) listener();
  }
}

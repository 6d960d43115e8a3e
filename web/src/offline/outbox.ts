import { browserDrafts, type DraftStore } from './drafts';
import { FieldEngine } from './fieldEngine';
import { definitions, type SavedField, type Stored } from './savedField';

/** Fields save this long after the last key. */
const delay = 600;

type AnyEngine = FieldEngine<unknown, unknown>;

/**
 * All fields on their way to the server. Knows when to hurry (blur is the field's own; the
 * page going away and the network coming back are everyone's) and takes up, after a reload,
 * what an earlier page did not get sent.
 */
class Outbox {
  private readonly engines = new Map<string, AnyEngine>();
  private readonly listeners = new Set<() => void>();
  private pendingCount = 0;

  constructor(private readonly drafts: DraftStore) {}

  engine<Target, T>(
    field: SavedField<Target, T>,
    target: Target,
    stored: Stored<T>,
    person: string,
  ): FieldEngine<Target, T> {
    const key = `${person}/${field.kind}/${field.key(target)}`;
    const known = this.engines.get(key);
    if (known) return known as unknown as FieldEngine<Target, T>;
    const engine = new FieldEngine(field, target, stored, {
      drafts: this.drafts,
      person,
      delay,
      random: Math.random,
    });
    this.engines.set(key, engine as unknown as AnyEngine);
    engine.subscribe(() => this.count());
    void engine.recover();
    return engine;
  }

  /** Sends what earlier pages of this person left behind. */
  async recover(person: string): Promise<void> {
    const left = (await this.drafts.all()).filter(([, draft]) => draft.person === person);
    if (left.length === 0) return;
    await Promise.all(Object.values(import.meta.glob('../*/drafts.ts')).map((load) => load()));
    for (const [, draft] of left) {
      const field = definitions.get(draft.kind);
      if (!field) continue;
      this.engine(field, draft.target, { value: draft.base, version: draft.version }, person);
    }
  }

  async flush(): Promise<void> {
    await Promise.all([...this.engines.values()].map((engine) => engine.flush()));
  }

  /** After signing out: nothing of one person stays in memory for the next. */
  forget(): void {
    this.engines.clear();
    this.count();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** How many fields are not on the server yet. */
  readonly pending = (): number => this.pendingCount;

  private count(): void {
    const now = [...this.engines.values()].filter((engine) => engine.dirty).length;
    if (now === this.pendingCount) return;
    this.pendingCount = now;
    for (const listener of this.listeners) listener();
  }
}

export const outbox = new Outbox(browserDrafts());

if (typeof window !== 'undefined') {
  const hurry = () => void outbox.flush();
  window.addEventListener('online', hurry);
  window.addEventListener('pagehide', hurry);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') hurry();
  });
}

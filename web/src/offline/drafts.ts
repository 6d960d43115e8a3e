import { createStore, del, entries, get, set } from 'idb-keyval';

/** What was typed and is not known to be on the server, as it survives a reload. */
export interface Draft<Target = unknown, T = unknown> {
  /** Which kind of field: the name given to `savedField`. */
  kind: string;
  target: Target;
  /** Whose: another person on the same Chromebook must not send it. */
  person: string;
  value: T;
  base: T;
  version: number;
  at: string;
}

export interface DraftStore {
  load(key: string): Promise<Draft | undefined>;
  save(key: string, draft: Draft): Promise<void>;
  drop(key: string): Promise<void>;
  all(): Promise<[string, Draft][]>;
}

/** IndexedDB. A browser that refuses it (private windows) costs the reload's safety, no more. */
export function browserDrafts(): DraftStore {
  const store = createStore('tandem', 'drafts');
  const quietly = <A>(work: Promise<A>, otherwise: A) => work.catch(() => otherwise);
  return {
    load: (key) => quietly(get<Draft>(key, store), undefined),
    save: (key, draft) => quietly(set(key, draft, store), undefined),
    drop: (key) => quietly(del(key, store), undefined),
    all: () => quietly(entries<string, Draft>(store), []),
  };
}

export function memoryDrafts(): DraftStore {
  const kept = new Map<string, Draft>();
  return {
    load: async (key) => kept.get(key),
    save: async (key, draft) => void kept.set(key, draft),
    drop: async (key) => void kept.delete(key),
    all: async () => [...kept],
  };
}

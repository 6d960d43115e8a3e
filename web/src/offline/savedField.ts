import type { Choice } from '@/api/merge';

/** What the server has for a field. Version 0: nothing yet. */
export interface Stored<T> {
  value: T;
  version: number;
  by?: string | null;
}

/** The server's answer to one send. */
export type Sent<T> = ({ kind: 'saved' } & Stored<T>) | ({ kind: 'conflict' } & Stored<T>);

/**
 * A kind of field that saves as one types. Define it once, at module level, in
 * `src/<feature>/drafts.ts`: after a reload the outbox loads those files and sends what is
 * left, even when the page with the field is not open.
 */
export interface SavedField<Target, T> {
  kind: string;
  key: (target: Target) => string;
  /**
   * Sends `value` over `version`. Return `conflict` with the current state for a 412. Throw
   * for everything else. Give the request `keepalive: true`, so that it outlives the page.
   */
  send: (target: Target, value: T, version: number) => Promise<Sent<T>>;
  /** Keeps the words of both; without it a person chooses one. */
  both?: (mine: T, theirs: T) => T;
}

export type FieldStatus =
  /** As the server has it; nothing typed since the page opened. */
  | 'idle'
  | 'saving'
  | 'saved'
  /** Kept here, will be sent when the network is back. */
  | 'waiting'
  /** Someone else changed it too: a person has to choose. */
  | 'conflict'
  /** The server said no (e.g. no longer a draft); what was typed is still here. */
  | 'refused';

export interface FieldState<T> {
  value: T;
  status: FieldStatus;
  theirs: Stored<T> | null;
  refusal: Error | null;
}

export function defineSavedField<Target, T>(field: SavedField<Target, T>): SavedField<Target, T> {
  definitions.set(field.kind, field as SavedField<unknown, unknown>);
  return field;
}

/** By kind, for the outbox. */
export const definitions = new Map<string, SavedField<unknown, unknown>>();

export type { Choice };

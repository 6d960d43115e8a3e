import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { usePersonId } from '@/identity/session';
import { outbox } from './outbox';
import type { Choice, FieldState, SavedField, Stored } from './savedField';

export interface SavedFieldControl<T> extends FieldState<T> {
  setValue: (value: T) => void;
  resolve: (choice: Choice) => void;
  /** Send now: give it to the input's onBlur. */
  flush: () => void;
}

/**
 * A field that saves as one types. `stored` is what the query cache has; when it moves on,
 * the field follows, or shows the conflict.
 */
export function useSavedField<Target, T>(
  field: SavedField<Target, T>,
  target: Target,
  stored: Stored<T>,
): SavedFieldControl<T> {
  const person = usePersonId();
  const key = field.key(target);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the target
  const engine = useMemo(() => outbox.engine(field, target, stored, person), [field, key, person]);
  const state = useSyncExternalStore(engine.subscribe, engine.state);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a version stands for its value
  useEffect(() => engine.follow(stored), [engine, stored.version]);

  return {
    ...state,
    setValue: (value) => engine.type(value),
    resolve: (choice) => engine.resolve(choice),
    flush: () => void engine.flush(),
  };
}

/** How many fields are not on the server yet, for the shell's notice. */
export function usePending(): number {
  return useSyncExternalStore(outbox.subscribe, outbox.pending);
}

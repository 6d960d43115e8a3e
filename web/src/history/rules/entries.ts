import type { Change, HistoryEntry } from '../queries';

/** What somebody did, as far as it takes a verb of its own. */
export type Verb =
  | 'added'
  | 'changed'
  | 'removed'
  | 'moved'
  | 'submitted'
  | 'withdrawn'
  | 'returned'
  | 'accepted'
  | 'reopened'
  | 'invited'
  | 'joined';

const templateVerbs: Record<string, Verb> = {
  submitTemplate: 'submitted',
  withdrawTemplate: 'withdrawn',
  returnTemplate: 'returned',
  acceptTemplate: 'accepted',
  reopenTemplate: 'reopened',
};

const changing = /^(replace|save|set(?!Up)|change)/;
const missing = (value: unknown) => value === null || value === undefined;

/** No text, no date, nobody, an empty list. */
export function isNothing(value: unknown): boolean {
  return missing(value) || value === '' || (Array.isArray(value) && value.length === 0);
}

export function verbOf(entry: HistoryEntry): Verb {
  const { operation, entity, changes } = entry;
  if (entity === 'template' && templateVerbs[operation]) return templateVerbs[operation];
  if (operation === 'acceptInvitation') return 'joined';
  if (entity === 'invitation') return 'invited';
  if (changes.length > 0 && changes.every(({ field }) => field === 'position')) return 'moved';
  if (changing.test(operation) || changes.length === 0) return 'changed';
  if (operation.startsWith('remove')) return 'removed';
  if (changes.every(({ before }) => missing(before))) return 'added';
  return changes.every(({ after }) => missing(after)) ? 'removed' : 'changed';
}

/** One line of the page: several saves of one person in one record are one thing that they did. */
export interface Told extends HistoryEntry {
  verb: Verb;
  saves: number;
}

const together = 15 * 60_000;

/** Newest first, in and out. */
export function gathered(entries: readonly HistoryEntry[]): Told[] {
  const told: Told[] = [];
  let oldest = 0;
  for (const entry of entries) {
    const verb = verbOf(entry);
    const last = told.at(-1);
    const time = Date.parse(entry.at);
    if (last && verb === 'changed' && belongs(last, entry) && oldest - time <= together) {
      last.changes = merged(last.changes, entry.changes);
      last.saves += 1;
    } else {
      told.push({ ...entry, verb, saves: 1 });
    }
    oldest = time;
  }
  return told;
}

function belongs(last: Told, entry: HistoryEntry): boolean {
  return (
    last.verb === 'changed' &&
    last.person_id === entry.person_id &&
    last.entity === entry.entity &&
    last.entity_id === entry.entity_id
  );
}

function merged(newer: Change[], older: Change[]): Change[] {
  const fields = new Map(newer.map((change) => [change.field, change]));
  for (const change of older) {
    const later = fields.get(change.field);
    fields.set(change.field, later ? { ...later, before: change.before } : change);
  }
  return [...fields.values()].filter(
    ({ before, after }) => JSON.stringify(before) !== JSON.stringify(after),
  );
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;

/**
 * The changes that a person reads. An owner is one thing, whether a person of the district or
 * a name; where something stands in a list is not said in numbers.
 */
export function readable(changes: readonly Change[]): Change[] {
  const owner = changes.filter(({ field }) => field === 'owner_id' || field === 'owner_name');
  const rest = changes.filter(
    ({ field, before }) =>
      field !== 'owner_id' &&
      field !== 'owner_name' &&
      field !== 'position' &&
      // Where a new record belongs stands beside it.
      !(field === 'school_id' && missing(before)),
  );
  const name = (side: 'before' | 'after') =>
    owner
      .map((change) => change[side])
      .find((value) => typeof value === 'string' && value !== '' && !uuid.test(value)) ?? null;
  if (owner.length === 0) return rest;
  const change = { field: 'owner', before: name('before'), after: name('after') };
  return change.before === change.after ? rest : [...rest, change];
}

/** Where a text is long enough that its difference says more than both. */
export function isLong({ before, after }: Change): boolean {
  const long = (value: unknown) =>
    typeof value === 'string' && (value.length > 60 || value.includes('\n'));
  return (
    typeof before === 'string' &&
    typeof after === 'string' &&
    before !== '' &&
    after !== '' &&
    (long(before) || long(after))
  );
}

/** By day where the person is, newest first. */
export function byDay(entries: readonly Told[], dayOf: (at: string) => string): [string, Told[]][] {
  const days = new Map<string, Told[]>();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const those = days.get(day);
    if (those) those.push(entry);
    else days.set(day, [entry]);
  }
  return [...days];
}

export function localDay(at: string): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

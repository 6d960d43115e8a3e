import type { Read } from './answers';
import { type Form, type FunctionItem, needsAction } from './form';

export interface Missing {
  item: FunctionItem;
  field: 'status' | 'action';
}

/** What the server will ask for at the submission, in the order of the page. */
export function missing(form: Form, read: Read): Missing[] {
  return form.functions.flatMap((item): Missing[] => {
    const status = read(item.id, 'status').trim();
    if (!status) return [{ item, field: 'status' }];
    const done = !needsAction(status) || read(item.id, 'action').trim() !== '';
    return done ? [] : [{ item, field: 'action' }];
  });
}

/** A function counts when nothing about it is missing: so the server counts, too. */
export function progress(form: Form, read: Read): { answered: number; total: number } {
  const total = form.functions.length;
  return { answered: total - missing(form, read).length, total };
}

/** The next gap after the function that one is at, round and round; unrated ones first. */
export function nextGap(form: Form, read: Read, after: string | null): Missing | null {
  const all = missing(form, read);
  const unrated = all.filter(({ field }) => field === 'status');
  const gaps = unrated.length > 0 ? unrated : all;
  const place = form.functions.findIndex(({ id }) => id === after);
  return gaps.find(({ item }) => form.functions.indexOf(item) > place) ?? gaps[0] ?? null;
}

/** How many functions ask for something to be done: so many action items come from it. */
export function toDo(form: Form, read: Read): number {
  return form.functions.filter(({ id }) => needsAction(read(id, 'status'))).length;
}

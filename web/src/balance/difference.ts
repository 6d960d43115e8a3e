import { diffWordsWithSpace } from 'diff';
import type { Read } from './answers';
import type { Field, Form, FunctionItem } from './form';

export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Word by word; languages without spaces between words are cut by the browser's rules. */
export function wordsBetween(before: string, after: string, language = 'en'): Piece[] {
  if (before === after) return after ? [{ kind: 'same', text: after }] : [];
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return diffWordsWithSpace(before, after, { intlSegmenter: segmenter }).map(
    ({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }),
  );
}

export interface FieldChange {
  field: Field;
  before: string;
  after: string;
  changed: boolean;
}

export interface FunctionChange {
  item: FunctionItem;
  fields: FieldChange[];
  changed: boolean;
}

/** Two versions of a template, field by field, in the order of the form. */
export function compare(form: Form, before: Read, after: Read): FunctionChange[] {
  return form.functions.map((item) => {
    const fields = form.fields.map((field) => {
      const was = before(item.id, field.id);
      const is = after(item.id, field.id);
      return { field, before: was, after: is, changed: was.trim() !== is.trim() };
    });
    return { item, fields, changed: fields.some(({ changed }) => changed) };
  });
}

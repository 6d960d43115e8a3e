import { type FormValidateInput, type UseFormReturnType, useForm } from '@mantine/form';
import { useCallback, useEffect, useRef, useState } from 'react';
import { toast } from '@/app/ui/toast';
import { type Choice, merge, same, settle } from './merge';
import { currentOf, fieldErrors, isProblem } from './problem';

export interface FieldConflict<Fields> {
  field: keyof Fields & string;
  mine: Fields[keyof Fields & string];
  theirs: Fields[keyof Fields & string];
  by: string | null;
}

interface Versioned {
  version: number;
  updated_by?: string;
}

interface RecordFormOptions<Rec extends Versioned, Fields extends object> {
  record: Rec;
  /** The editable part of the record, whole: PUT replaces it. */
  fields: (record: Rec) => Fields;
  save: (fields: Fields, version: number) => Promise<Rec>;
  saved?: (record: Rec) => void;
  validate?: FormValidateInput<Fields>;
}

export interface RecordForm<Fields extends object> {
  form: UseFormReturnType<Fields>;
  conflicts: FieldConflict<Fields>[];
  resolve: (field: keyof Fields & string, choice: Choice) => void;
  submit: () => Promise<void>;
  saving: boolean;
  dirty: boolean;
}

/** After this many lost races in a row somebody is saving in a loop: say so and stop. */
const mostRaces = 4;

/**
 * A form over one versioned record. Untouched, it follows the record; once typed in, it keeps
 * what was typed, takes in what others change elsewhere, and shows both texts of a field that
 * both changed. A save that loses its race merges and goes again by itself when it can.
 */
export function useRecordForm<Rec extends Versioned, Fields extends object>(
  options: RecordFormOptions<Rec, Fields>,
): RecordForm<Fields> {
  const { record } = options;
  const base = useRef({ fields: options.fields(record), version: record.version });
  const [conflicts, setConflicts] = useState<FieldConflict<Fields>[]>([]);
  const [saving, setSaving] = useState(false);
  const form = useForm<Fields>({
    initialValues: base.current.fields,
    ...(options.validate ? { validate: options.validate } : {}),
  });

  const takeIn = useCallback(
    (current: Rec): boolean => {
      const theirs = options.fields(current);
      const merged = merge(base.current.fields, form.getValues(), theirs);
      base.current = { fields: theirs, version: current.version };
      form.setValues(merged.fields);
      setConflicts((open) => [
        ...open.filter((c) => !merged.conflicts.includes(c.field)),
        ...merged.conflicts.map((field) => ({
          field,
          mine: merged.fields[field],
          theirs: theirs[field],
          by: current.updated_by ?? null,
        })),
      ]);
      return merged.conflicts.length === 0;
    },
    [form, options.fields],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is the only cause
  useEffect(() => {
    if (record.version > base.current.version && !saving) takeIn(record);
  }, [record.version, saving]);

  const submit = async () => {
    if (conflicts.length > 0 || form.validate().hasErrors) return;
    setSaving(true);
    try {
      for (let race = 0; race < mostRaces; race += 1) {
        try {
          const sent = form.getValues();
          const saved = await options.save(sent, base.current.version);
          base.current = { fields: options.fields(saved), version: saved.version };
          // What was typed while the answer was on its way stays.
          form.setValues(merge(sent, form.getValues(), base.current.fields).fields);
          options.saved?.(saved);
          return;
        } catch (error) {
          const current = currentOf<Rec>(error);
          if (!current || race === mostRaces - 1) throw error;
          if (!takeIn(current)) return;
        }
      }
    } catch (error) {
      const errors = fieldErrors(error);
      form.setErrors(errors);
      if (!isProblem(error, 422) || Object.keys(errors).length === 0) toast.problem(error);
    } finally {
      setSaving(false);
    }
  };

  const resolve = (field: keyof Fields & string, choice: Choice) => {
    const conflict = conflicts.find((c) => c.field === field);
    if (!conflict) return;
    const mine = form.getValues()[field];
    form.setValues({
      [field]: settle(choice, mine, conflict.theirs),
    } as unknown as Partial<Fields>);
    setConflicts((open) => open.filter((c) => c.field !== field));
  };

  return {
    form,
    conflicts,
    resolve,
    submit,
    saving,
    dirty: !same(form.values, base.current.fields),
  };
}

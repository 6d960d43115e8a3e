import { useEffect, useState } from 'react';
import { type RecordForm, useRecordForm } from '@/api/useRecordForm';
import { usePersonId } from '@/identity/session';
import { dropKept, keep, readKept } from './keptText';

type Options<
  Rec extends { version: number; updated_by?: string },
  Fields extends object,
> = Parameters<typeof useRecordForm<Rec, Fields>>[0] & {
  /** Names the form on this device: kind and id. */
  name: string;
};

interface KeptForm<Fields extends object> extends RecordForm<Fields> {
  /** When the text was typed that this form opened with, or null. */
  keptFrom: string | null;
  startOver: () => void;
}

/** A record's form whose text outlives the page. */
export function useKeptForm<
  Rec extends { version: number; updated_by?: string },
  Fields extends object,
>({ name, ...options }: Options<Rec, Fields>): KeptForm<Fields> {
  const key = `${usePersonId()}.${name}`;
  const [kept, setKept] = useState(() => readKept<Rec, Fields>(key));
  // First as the record was when the text was typed; then the present one is merged in.
  const [caughtUp, setCaughtUp] = useState(kept === null);
  const editor = useRecordForm<Rec, Fields>({
    ...options,
    record: caughtUp || kept === null ? options.record : kept.record,
    saved: (record) => {
      dropKept(key);
      options.saved?.(record);
    },
  });
  const { form, conflicts, dirty, saving } = editor;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens
  useEffect(() => {
    if (!kept) return;
    form.setValues(kept.values);
    setCaughtUp(true);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed is the only cause
  useEffect(() => {
    if (!caughtUp || saving || conflicts.length > 0) return;
    if (dirty) keep(key, options.record, form.getValues());
    else dropKept(key);
  }, [form.values, dirty, caughtUp]);

  return {
    ...editor,
    keptFrom: kept && dirty ? kept.at : null,
    startOver: () => {
      dropKept(key);
      setKept(null);
      form.setValues(options.fields(options.record));
    },
  };
}

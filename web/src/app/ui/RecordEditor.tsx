import { Alert, Stack } from '@mantine/core';
import type { FormValidateInput, UseFormReturnType } from '@mantine/form';
import type { QueryKey } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { IdempotencyKeys } from '@/api/idempotency';
import { queryClient } from '@/api/queryClient';
import { useRecordForm } from '@/api/useRecordForm';
import { FormDialog } from './FormDialog';
import { RecordConflicts } from './RecordConflicts';
import { toast } from './toast';

interface Versioned {
  version: number;
  updated_by?: string;
}

interface RecordEditorProps<Rec extends Versioned, Fields extends object> {
  title: string;
  /** Version 0: not on the server yet. */
  record: Rec;
  fields: (record: Rec) => Fields;
  /** Sends a new one with `create`, or replaces the version that was seen. */
  save: (fields: Fields, version: number, create: { 'Idempotency-Key': string }) => Promise<Rec>;
  stale: QueryKey[];
  /** Said in a toast when it is saved. */
  said: string;
  validate?: FormValidateInput<Fields>;
  label: (field: keyof Fields & string) => string;
  show?: (field: keyof Fields & string, value: Fields[keyof Fields & string]) => ReactNode;
  /** The verb on the button; 'Save' without. */
  action?: string;
  aside?: ReactNode;
  onSaved?: (record: Rec) => void;
  onClose: () => void;
  children: (form: UseFormReturnType<Fields>) => ReactNode;
}

/** Adds a record or changes one, in a dialog; what two people changed at once is shown to both. */
export function RecordEditor<Rec extends Versioned, Fields extends object>(
  props: RecordEditorProps<Rec, Fields>,
) {
  const [keys] = useState(() => new IdempotencyKeys());
  const editor = useRecordForm<Rec, Fields>({
    record: props.record,
    fields: props.fields,
    save: (fields, version) =>
      props.save(fields, version, { 'Idempotency-Key': keys.keyFor(fields) }),
    ...(props.validate ? { validate: props.validate } : {}),
    saved: (record) => {
      keys.done();
      for (const queryKey of props.stale) void queryClient.invalidateQueries({ queryKey });
      toast.good(props.said);
      props.onSaved?.(record);
      props.onClose();
    },
  });
  // What the server says of a field that is not in this form has to be read as well.
  const elsewhere = Object.entries(editor.form.errors).filter(
    ([path]) => !Object.hasOwn(editor.form.values, path.split('.')[0] ?? ''),
  );
  return (
    <FormDialog
      opened
      title={props.title}
      onClose={props.onClose}
      onSubmit={editor.submit}
      dirty={editor.dirty}
      saving={editor.saving}
      {...(props.action ? { action: props.action } : {})}
      aside={props.aside}
    >
      <Stack gap="md">{props.children(editor.form)}</Stack>
      {elsewhere.length > 0 && (
        <Alert role="alert" color="red.8" variant="outline">
          {elsewhere.map(([path, message]) => (
            <div key={path}>{message}</div>
          ))}
        </Alert>
      )}
      <RecordConflicts
        editor={editor}
        label={props.label}
        {...(props.show ? { show: props.show } : {})}
      />
    </FormDialog>
  );
}

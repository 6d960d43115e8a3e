import { Alert, Stack } from '@mantine/core';
import type { FormValidateInput, UseFormReturnType } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IdempotencyKeys } from '@/api/idempotency';
import { useRecordForm } from '@/api/useRecordForm';
import { FormDialog } from '@/app/ui/FormDialog';
import { RecordConflicts } from '@/app/ui/RecordConflicts';
import { toast } from '@/app/ui/toast';
import { useDistrict } from '@/identity/session';
import { staleNeeds } from './queries';

interface EditDialogProps<Rec extends { version: number; updated_by?: string }, F extends object> {
  title: string;
  /** Version 0: not on the server yet. */
  record: Rec;
  fields: (record: Rec) => F;
  save: (fields: F, version: number, header: { 'Idempotency-Key': string }) => Promise<Rec>;
  validate?: FormValidateInput<F>;
  saved?: (record: Rec) => void;
  close: () => void;
  children: (form: UseFormReturnType<F>) => ReactNode;
}

/** Adds or changes one record of this part. */
export function EditDialog<Rec extends { version: number; updated_by?: string }, F extends object>(
  props: EditDialogProps<Rec, F>,
) {
  const { record, title, close } = props;
  const { t } = useTranslation(['need', 'app']);
  const { id: district } = useDistrict();
  const cache = useQueryClient();
  const [keys] = useState(() => new IdempotencyKeys());
  const fresh = record.version === 0;
  const editor = useRecordForm<Rec, F>({
    record,
    fields: props.fields,
    save: (fields, version) =>
      props.save(fields, version, { 'Idempotency-Key': keys.keyFor(fields) }),
    ...(props.validate ? { validate: props.validate } : {}),
    saved: (saved) => {
      keys.done();
      for (const queryKey of staleNeeds(district)) void cache.invalidateQueries({ queryKey });
      toast.good(t(fresh ? 'added' : 'saved'));
      close();
      props.saved?.(saved);
    },
  });
  const { form } = editor;
  const elsewhere = Object.entries(form.errors).filter(
    ([path]) => !Object.hasOwn(form.values, path.split('.')[0] ?? ''),
  );
  return (
    <FormDialog
      opened
      title={title}
      onClose={close}
      onSubmit={editor.submit}
      dirty={editor.dirty}
      saving={editor.saving}
      {...(fresh ? { action: t('app:add') } : {})}
    >
      <Stack gap="md">
        {props.children(form)}
        {elsewhere.map(([path, message]) => (
          <Alert key={path} role="alert" color="red.8" variant="outline">
            {message}
          </Alert>
        ))}
        <RecordConflicts
          editor={editor}
          label={(field) => t(`fields.${field}` as 'fields.title', { defaultValue: field })}
        />
      </Stack>
    </FormDialog>
  );
}

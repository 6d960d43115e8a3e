import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { FormValidateInput, UseFormReturnType } from '@mantine/form';
import { useMediaQuery } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IdempotencyKeys } from '@/api/idempotency';
import { DateText } from '@/app/ui/DateText';
import { RecordConflicts } from '@/app/ui/RecordConflicts';
import { toast } from '@/app/ui/toast';
import { usePlanPage } from '../PlanContext';
import { staleWithPlan } from '../queries';
import { useKeptForm } from './useKeptForm';

export interface Versioned {
  version: number;
  updated_by?: string;
}

interface RecordDialogProps<Rec extends Versioned, Fields extends object> {
  title: string;
  /** Names the form on this device: kind and id. */
  name: string;
  /** Version 0: not on the server yet. */
  record: Rec;
  fields: (record: Rec) => Fields;
  save: (fields: Fields, version: number, create: { 'Idempotency-Key': string }) => Promise<Rec>;
  validate?: FormValidateInput<Fields>;
  label: (field: keyof Fields & string) => string;
  show?: (field: keyof Fields & string, value: Fields[keyof Fields & string]) => ReactNode;
  /** Somebody removed the record while this form was open. */
  gone?: boolean;
  onSaved?: (record: Rec) => void;
  onClose: () => void;
  children: (form: UseFormReturnType<Fields>) => ReactNode;
}

/** The one way to add and edit what is in the plan. */
export function RecordDialog<Rec extends Versioned, Fields extends object>(
  props: RecordDialogProps<Rec, Fields>,
) {
  const { title, record, onClose, children } = props;
  const { t } = useTranslation(['plan', 'app']);
  const { district } = usePlanPage();
  const cache = useQueryClient();
  const [opened, setOpened] = useState(true);
  const [keys] = useState(() => new IdempotencyKeys());
  const body = useRef<HTMLFormElement>(null);
  const conflicts = useRef<HTMLDivElement>(null);
  const phone = useMediaQuery('(max-width: 48em)');
  const fresh = record.version === 0;

  const editor = useKeptForm<Rec, Fields>({
    name: `${district}.${props.name}`,
    record,
    fields: props.fields,
    ...(props.validate ? { validate: props.validate } : {}),
    save: (fields, version) =>
      props.save(fields, version, { 'Idempotency-Key': keys.keyFor(fields) }),
    saved: (saved) => {
      keys.done();
      for (const queryKey of staleWithPlan(district)) void cache.invalidateQueries({ queryKey });
      toast.good(t(fresh ? 'form.added' : 'form.saved'));
      setOpened(false);
      props.onSaved?.(saved);
    },
  });
  const { form } = editor;

  const open = editor.conflicts.length;
  useEffect(() => {
    if (open > 0) conflicts.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  const close = () => {
    if (editor.dirty) toast.good(t('form.kept'));
    setOpened(false);
  };
  const submit = async () => {
    await editor.submit();
    requestAnimationFrame(() =>
      body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };
  const elsewhere = Object.entries(form.errors).filter(
    ([path]) => !Object.hasOwn(form.values, path.split('.')[0] ?? ''),
  );

  return (
    <Modal
      opened={opened}
      onClose={close}
      onExitTransitionEnd={onClose}
      title={title}
      fullScreen={phone ?? false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <form
        ref={body}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          {props.gone && (
            <Alert role="alert" color="yellow.8" variant="outline" title={t('form.goneTitle')}>
              {t('form.gone')}
            </Alert>
          )}
          {editor.keptFrom && (
            <Alert role="status" variant="outline" title={t('form.restoredTitle')}>
              <Text mb="xs">
                <DateText value={editor.keptFrom} form="time" />
              </Text>
              <Button variant="default" size="sm" onClick={editor.startOver}>
                {t('form.startOver')}
              </Button>
            </Alert>
          )}
          {children(form)}
          {elsewhere.length > 0 && (
            <Alert role="alert" color="red.8" variant="outline">
              {elsewhere.map(([path, message]) => (
                <div key={path}>{message}</div>
              ))}
            </Alert>
          )}
          <div ref={conflicts}>
            <RecordConflicts
              editor={editor}
              label={props.label}
              {...(props.show ? { show: props.show } : {})}
            />
          </div>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('app:cancel')}
            </Button>
            <Button
              type="submit"
              loading={editor.saving}
              disabled={props.gone || editor.conflicts.length > 0}
            >
              {t(fresh ? 'app:add' : 'app:save.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

import { Button, Group, Modal, type ModalProps, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirm } from './confirm';
import { useReturnFocus } from './useReturnFocus';

interface FormDialogProps {
  opened: boolean;
  title: string;
  onClose: () => void;
  onSubmit: () => void | Promise<void>;
  /** What has been typed and would be lost by closing. */
  dirty: boolean;
  saving?: boolean;
  /** The verb on the button; 'Save' without. */
  action?: string;
  size?: ModalProps['size'];
  /** Beside the buttons: what else can be done with this record. */
  aside?: ReactNode;
  children: ReactNode;
}

/**
 * A form in a dialog: the whole screen on a phone, never closed by a stray click, and it asks
 * before it throws away what was typed. Give the first field `data-autofocus`.
 */
export function FormDialog(props: FormDialogProps) {
  const { opened, title, onClose, onSubmit, dirty, saving = false, action, aside } = props;
  const { t } = useTranslation();
  // While the question stands on top, keys are for it.
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const phone = useMediaQuery('(max-width: 36em)') ?? false;

  useReturnFocus(opened);

  const close = async () => {
    if (saving || asking) return;
    if (dirty) {
      setAsking(true);
      const sure = await confirm({
        title: t('discard.title'),
        text: t('discard.text'),
        action: t('discard.action'),
        danger: true,
      });
      // Not before the Escape that answered it has passed by here too.
      setTimeout(() => setAsking(false));
      if (!sure) return;
    }
    onClose();
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSubmit();
    toFirstError();
  };

  const toFirstError = () =>
    requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  // The server may find what was not seen here.
  const wasSaving = useRef(saving);
  useEffect(() => {
    if (wasSaving.current && !saving) toFirstError();
    wasSaving.current = saving;
  });

  return (
    <Modal
      opened={opened}
      onClose={() => void close()}
      title={title}
      fullScreen={phone}
      closeOnClickOutside={false}
      closeOnEscape={!asking}
      returnFocus={false}
      trapFocus={!asking}
      closeButtonProps={{ 'aria-label': t('close') }}
      {...(props.size ? { size: props.size } : {})}
    >
      <form ref={form} onSubmit={submit} noValidate>
        <Stack gap="md">
          {props.children}
          <Group justify="space-between" mt="xs">
            <Group gap="sm">{aside}</Group>
            <Group gap="sm">
              <Button variant="default" onClick={() => void close()}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={saving}>
                {action ?? t('save.action')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

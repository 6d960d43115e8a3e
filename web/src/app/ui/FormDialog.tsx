import { Button, Group, Modal, type ModalProps, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { confirm } from './confirm';

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
  const phone = useMediaQuery('(max-width: 36em)') ?? false;

  const close = async () => {
    if (saving) return;
    const sure =
      !dirty ||
      (await confirm({
        title: t('discard.title'),
        text: t('discard.text'),
        action: t('discard.action'),
        danger: true,
      }));
    if (sure) onClose();
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSubmit();
  };

  return (
    <Modal
      opened={opened}
      onClose={() => void close()}
      title={title}
      fullScreen={phone}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
      {...(props.size ? { size: props.size } : {})}
    >
      <form onSubmit={submit} noValidate>
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

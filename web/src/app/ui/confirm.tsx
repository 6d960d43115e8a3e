import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { i18next } from '../i18n/i18n';

interface Question {
  title: string;
  /** What will happen, in a sentence. */
  text: string;
  /** The verb on the button: 'Remove', 'Return'. */
  action: string;
  danger?: boolean;
}

/** Asks before what cannot be taken back. `if (await confirm({…})) …` */
export function confirm({ title, text, action, danger = false }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      children: <Text>{text}</Text>,
      labels: { confirm: action, cancel: i18next.t('cancel') },
      // Over a form's dialog that asked.
      zIndex: 300,
      closeButtonProps: { 'aria-label': i18next.t('close') },
      confirmProps: danger ? { color: 'red.8' } : {},
      onConfirm: () => resolve(true),
      onCancel: () => resolve(false),
      onClose: () => resolve(false),
    });
  });
}

import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck, IconWifiOff } from '@tabler/icons-react';
import { isProblem, isUnreachable } from '@/api/problem';
import { i18next } from '../i18n/i18n';

const closeButton = () => ({ 'aria-label': i18next.t('close') });

/** Short news, spoken by screen readers (the notifications' container is a live region). */
export const toast = {
  good(message: string): void {
    notifications.show({
      message,
      color: 'green.8',
      icon: <IconCheck aria-hidden size={18} />,
      closeButtonProps: closeButton(),
    });
  },

  problem(error: unknown): void {
    if (isProblem(error, 401)) return; // the shell asks to sign in
    const away = isUnreachable(error);
    const known = isProblem(error) ? error.message : i18next.t('problem.unknown');
    notifications.show({
      title: i18next.t(away ? 'problem.unreachableTitle' : 'problem.title'),
      message: away ? i18next.t('problem.unreachable') : known,
      color: away ? 'yellow.8' : 'red.8',
      icon: away ? (
        <IconWifiOff aria-hidden size={18} />
      ) : (
        <IconAlertTriangle aria-hidden size={18} />
      ),
      autoClose: 10_000,
      closeButtonProps: closeButton(),
    });
  },
};

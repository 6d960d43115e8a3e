import { useRegisterSW } from 'virtual:pwa-register/react';
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

const id = 'new-version';

/** Keeps the shell openable without a network, and offers a new version without forcing it. */
export function NewVersion() {
  const { t } = useTranslation();
  const {
    needRefresh: [ready],
    updateServiceWorker,
  } = useRegisterSW();
  useEffect(() => {
    if (!ready) return;
    notifications.show({
      id,
      autoClose: false,
      message: (
        <Group justify="space-between">
          {t('update.ready')}
          <Button size="sm" onClick={() => void updateServiceWorker(true)}>
            {t('update.use')}
          </Button>
        </Group>
      ),
    });
  }, [ready, t, updateServiceWorker]);
  return null;
}

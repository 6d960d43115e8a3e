import { useNetwork } from '@mantine/hooks';
import { IconCloudUpload, IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePending } from '@/offline/useSavedField';
import classes from './NetworkNotice.module.css';

/** Says so while the network is away, and what waits for it. Always there, so that it is announced. */
export function NetworkNotice() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  const pending = usePending();
  const Icon = online ? IconCloudUpload : IconWifiOff;
  return (
    <div role="status">
      {!online && (
        <div className={classes.notice} data-tone="attention">
          <Icon aria-hidden size={22} />
          <span>
            {t('network.offline')}
            {pending > 0 && ` ${t('network.pending', { count: pending })}`}
          </span>
        </div>
      )}
    </div>
  );
}

import {
  IconAlertTriangle,
  IconCheck,
  IconCloudOff,
  IconGitMerge,
  IconLoader,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldStatus } from '@/offline/savedField';
import classes from './SaveState.module.css';

const looks = {
  saving: [IconLoader, 'neutral'],
  saved: [IconCheck, 'good'],
  waiting: [IconCloudOff, 'attention'],
  conflict: [IconGitMerge, 'attention'],
  refused: [IconAlertTriangle, 'late'],
} as const;

/** Where what was typed is: 'Saving…', 'Saved', 'Waiting for network', … Polite, not a shout. */
export function SaveState({ status, refusal }: { status: FieldStatus; refusal?: Error | null }) {
  const { t } = useTranslation();
  if (status === 'idle') return <span role="status" />;
  const [Icon, tone] = looks[status];
  return (
    <span role="status" className={classes.state} data-tone={tone}>
      <Icon aria-hidden size={16} />
      {t(`save.${status}`)}
      {status === 'refused' && refusal ? ` ${refusal.message}` : ''}
    </span>
  );
}

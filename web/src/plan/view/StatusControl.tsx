import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusBadge, StatusIcon, statusTone } from '@/app/ui/StatusBadge';
import type { Activity } from '../queries';
import { activityStatuses } from '../rules/words';
import { useSetStatus } from '../usePlanWrites';
import tags from './tags.module.css';

/** An activity's status; for those who may, the quickest way to change it. */
export function StatusControl({ activity, edit }: { activity: Activity; edit: boolean }) {
  const { t } = useTranslation(['plan', 'app']);
  const set = useSetStatus();
  const { title } = activity;
  const status = (set.isPending && set.variables.status) || activity.status;
  if (!edit) return <StatusBadge status={status} />;
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <button
          type="button"
          className={tags.tag}
          data-tone={statusTone(status)}
          aria-label={t('activity.statusOf', { title, status: t(`app:status.${status}`) })}
        >
          <StatusIcon status={status} size={16} />
          {t(`app:status.${status}`)}
          <IconChevronDown aria-hidden size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {activityStatuses.map((value) => (
          <Menu.Item
            key={value}
            leftSection={<StatusIcon status={value} />}
            aria-current={value === status || undefined}
            onClick={() => value !== status && set.mutate({ activity, status: value })}
          >
            {t(`app:status.${value}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Status, StatusIcon, statusTone } from '@/app/ui/StatusBadge';
import classes from './Home.module.css';

interface PartsProps {
  label: string;
  parts: { status: Status; count: number }[];
}

/** A whole and its parts: a bar for the eye, and every number in words. */
export function Parts({ label, parts }: PartsProps) {
  const { t } = useTranslation();
  const there = parts.filter(({ count }) => count > 0);
  return (
    <div>
      <Text size="sm" fw={600} mb={6}>
        {label}
      </Text>
      <div className={classes.bar} aria-hidden>
        {there.map(({ status, count }) => (
          <span
            key={status}
            data-tone={statusTone(status)}
            data-status={status}
            style={{ flexGrow: count }}
          />
        ))}
      </div>
      <ul className={classes.legend}>
        {there.map(({ status, count }) => (
          <li key={status} className={classes.part} data-tone={statusTone(status)}>
            <StatusIcon status={status} size={16} />
            {t(`status.${status}`)}: <strong>{count}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import type { SubmissionEntry, Template } from '../queries';
import classes from './VersionList.module.css';

/** Who sent each version, when, and what was decided: the newest first. */
export function VersionList({ template, shown }: { template: Template; shown: string }) {
  const entries = [...template.history].sort((a, b) => b.number - a.number);
  const newest = entries[0]?.number;
  return (
    <ol className={classes.list} reversed>
      {entries.map((entry) => (
        <Entry
          key={entry.number}
          entry={entry}
          template={template}
          waiting={entry.number === newest && template.state === 'submitted'}
          current={shown === String(entry.number)}
        />
      ))}
    </ol>
  );
}

interface EntryProps {
  entry: SubmissionEntry;
  template: Template;
  waiting: boolean;
  current: boolean;
}

function Entry({ entry, template, waiting, current }: EntryProps) {
  const { t } = useTranslation('balance');
  const { id: district } = useDistrict();
  const format = useFormat();
  const decided = {
    who: entry.decided_by ?? '',
    when: entry.decided_at ? format.date(entry.decided_at, 'time') : '',
  };
  const sent = { who: entry.submitted_by, when: format.date(entry.submitted_at, 'time') };
  const open = waiting ? 'versions.waiting' : 'versions.takenBack';
  return (
    <li className={classes.entry}>
      <Group gap="xs">
        <TextLink
          to="/d/$district/templates/$template/versions"
          params={{ district, template: template.id }}
          search={{ show: String(entry.number) }}
          resetScroll={false}
          fw={600}
          aria-current={current ? 'true' : undefined}
        >
          {t('versions.number', { number: entry.number })}
        </TextLink>
        {entry.decision && <StatusBadge status={entry.decision} />}
        {!entry.decision && waiting && <StatusBadge status="submitted" />}
        {!entry.decision && template.state === 'completed' && <StatusBadge status="completed" />}
      </Group>
      <Text size="sm">{t('versions.sent', sent)}</Text>
      {entry.note && <blockquote className={classes.words}>{entry.note}</blockquote>}
      {template.kind === 'building' && (
        <Text size="sm" c="dimmed">
          {entry.decision ? t(`versions.${entry.decision}`, decided) : t(open)}
        </Text>
      )}
      {entry.message && <blockquote className={classes.words}>{entry.message}</blockquote>}
    </li>
  );
}

import { Alert, Text } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/app/ui/links';
import { useSchoolName } from '@/schools/queries';
import { useInitiatives } from './queries';

const mostShown = 6;

/** Shown where something new is added, so that it is not piled on top of what goes on already. */
export function AlreadyGoingOn({ district }: { district: string }) {
  const { t } = useTranslation('strategy');
  const { data = [] } = useInitiatives(district);
  const schoolName = useSchoolName(district);
  const going = data.filter(({ decision }) => decision !== 'stop');
  if (going.length === 0) return null;
  const more = going.length - mostShown;
  return (
    <Alert
      variant="outline"
      icon={<IconStack2 aria-hidden />}
      title={t('going.title', { count: going.length })}
    >
      <Text mb="xs">{t('going.text')}</Text>
      <ul>
        {going.slice(0, mostShown).map(({ id, title, school_id, decision }) => (
          <li key={id}>
            {title}
            {school_id && ` (${schoolName(school_id)})`}
            {decision === 'undecided' && ` – ${t('decision.undecided')}`}
          </li>
        ))}
      </ul>
      {more > 0 && <Text>{t('going.more', { count: more })}</Text>}
      <TextLink to="/d/$district/initiatives" params={{ district }} target="_blank">
        {t('going.open')}
      </TextLink>
    </Alert>
  );
}

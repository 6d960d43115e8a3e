import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/app/ui/links';
import { useLibrary } from './queries';

/** Where a strategy of the plan comes from, and what its evidence rests on. */
export function FromLibrary({ district, id }: { district: string; id: string }) {
  const { t } = useTranslation('strategy');
  const { data = [] } = useLibrary(district);
  const entry = data.find((one) => one.id === id);
  if (!entry) return null;
  return (
    <Text>
      {t('from')}{' '}
      <TextLink
        underline="always"
        to="/d/$district/library"
        params={{ district }}
        hash={`entry-${id}`}
      >
        {entry.title}
      </TextLink>
      {entry.citation && ` (${entry.citation})`}
    </Text>
  );
}

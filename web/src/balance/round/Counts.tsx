import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { ratings } from './Rating';

/** '3 in place', '2 to be created': how the schools answered a function. */
export function Counts({ counts }: { counts: Map<string | null, number> }) {
  const { t } = useTranslation('balance');
  return (
    <Group gap={6}>
      {ratings.map((rating) => {
        const count = counts.get(rating) ?? 0;
        return count === 0 ? null : (
          <StatusBadge key={rating} status={rating} label={t(`count.${rating}`, { count })} />
        );
      })}
      {(counts.get(null) ?? 0) > 0 && (
        <StatusBadge status="unrated" label={t('count.none', { count: counts.get(null) ?? 0 })} />
      )}
    </Group>
  );
}

import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The shape of a page before its data: heading, lead, and `rows` blocks. */
export function Loading({ rows = 4, page = false }: { rows?: number; page?: boolean }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md" role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {page && <Skeleton height={34} width="min(22rem, 70%)" />}
      {page && <Skeleton height={18} width="min(34rem, 90%)" mb="md" />}
      {Array.from({ length: rows }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <Skeleton key={i} height={64} />
      ))}
    </Stack>
  );
}

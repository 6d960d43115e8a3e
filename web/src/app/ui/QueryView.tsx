import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconWifiOff } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, isUnreachable } from '@/api/problem';
import { NotFound } from '../NotFound';
import { Loading } from './Loading';

interface QueryViewProps<T> {
  query: UseQueryResult<T>;
  /** A whole page: its skeleton has a heading, and a 404 is the page's. */
  page?: boolean;
  rows?: number;
  children: (data: T) => ReactNode;
}

/** The three states of anything asked for: not there yet, not to be had, there. */
export function QueryView<T>({ query, page = false, rows = 4, children }: QueryViewProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError && isProblem(query.error, 404) && page) return <NotFound />;
  if (query.isError) return <Trouble error={query.error} again={() => void query.refetch()} />;
  return <Loading page={page} rows={rows} />;
}

export function Trouble({ error, again }: { error: unknown; again: () => void }) {
  const { t } = useTranslation();
  const away = isUnreachable(error);
  const Icon = away ? IconWifiOff : IconAlertTriangle;
  return (
    <Alert
      role="alert"
      variant="outline"
      color={away ? 'yellow.8' : 'red.8'}
      icon={<Icon aria-hidden />}
      title={t(away ? 'problem.unreachableTitle' : 'problem.title')}
    >
      <Group justify="space-between">
        <span>{isProblem(error) && !away ? error.message : t('problem.unreachable')}</span>
        <Button variant="default" onClick={again}>
          {t('again')}
        </Button>
      </Group>
    </Alert>
  );
}

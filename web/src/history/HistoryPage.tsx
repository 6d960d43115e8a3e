import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconHistory, IconX } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { Filters } from '@/app/ui/Filters';
import { useFormat } from '@/app/ui/format';
import { Loading } from '@/app/ui/Loading';
import { PageHeader } from '@/app/ui/PageHeader';
import { Trouble } from '@/app/ui/QueryView';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import { useDistrict } from '@/identity/session';
import { EntryRow } from './EntryRow';
import classes from './history.module.css';
import { useHistory } from './queries';
import { byDay, gathered, localDay } from './rules/entries';
import { type Area, areas, type HistoryFilter, historySearch } from './rules/filter';
import { useWords } from './useWords';

/** Who changed what, and when: all of it, or one record's. */
export function HistoryPage() {
  const { t } = useTranslation('history');
  const { id: district } = useDistrict();
  const filter = useSearch({ from: '/d/$district/history' });
  const history = useHistory(district, filter);
  const entries = useMemo(
    () => gathered(history.data?.pages.flatMap(({ items }) => items) ?? []),
    [history.data],
  );
  const days = useMemo(() => byDay(entries, localDay), [entries]);
  const format = useFormat();
  const alone = !!filter.entity_id;
  const words = useWords();
  const of = filter.entity
    ? { kind: words.kind(filter.entity), title: words.name(filter.entity, entries[0]?.title ?? '') }
    : null;

  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <FilterBar filter={filter} of={of} />
      {history.data === undefined ? (
        history.isError ? (
          <Trouble error={history.error} again={() => void history.refetch()} />
        ) : (
          <Loading />
        )
      ) : entries.length === 0 ? (
        <EmptyState icon={IconHistory} title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <Stack gap="xl">
          {days.map(([day, those]) => (
            <section key={day} aria-labelledby={`day-${day}`}>
              <Title order={2} id={`day-${day}`} className={classes.day}>
                {format.date(day, 'long')}
              </Title>
              <ol className={classes.entries}>
                {those.map((entry) => (
                  <EntryRow key={entry.seq} entry={entry} alone={alone} />
                ))}
              </ol>
            </section>
          ))}
          {history.hasNextPage ? (
            <Group justify="center">
              <Button
                variant="default"
                loading={history.isFetchingNextPage}
                onClick={() => void history.fetchNextPage()}
              >
                {t('older')}
              </Button>
            </Group>
          ) : (
            <Text c="dimmed" ta="center">
              {t('all')}
            </Text>
          )}
        </Stack>
      )}
    </>
  );
}

interface FiltersProps {
  filter: HistoryFilter;
  of: { kind: string; title: string } | null;
}

function FilterBar({ filter, of }: FiltersProps) {
  const { t } = useTranslation('history');
  const navigate = useNavigate();
  const set = (change: HistoryFilter) =>
    void navigate({
      to: '.',
      search: historySearch({ ...filter, ...change }),
      replace: true,
      resetScroll: false,
    });
  if (of) {
    return (
      <search className={classes.filters}>
        <Text fw={600}>{t(of.title ? 'of' : 'ofUntitled', of)}</Text>
        <Button
          variant="default"
          leftSection={<IconX aria-hidden size={18} />}
          onClick={() => set({ entity: undefined, entity_id: undefined })}
        >
          {t('showAll')}
        </Button>
      </search>
    );
  }
  return (
    <Filters label={t('filter.label')}>
      <Select
        label={t('filter.area')}
        placeholder={t('filter.everything')}
        clearable
        data={areas.map((value) => ({ value, label: t(`area.${value}`) }))}
        value={filter.area ?? null}
        onChange={(area) => set({ area: (area ?? undefined) as Area | undefined })}
      />
      <SchoolPicker
        label={t('filter.school')}
        placeholder={t('filter.everywhere')}
        clearable
        value={filter.school ?? null}
        onChange={(school) => set({ school: school ?? undefined })}
      />
    </Filters>
  );
}

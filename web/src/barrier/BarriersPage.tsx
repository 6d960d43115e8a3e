import { Button, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconBarrierBlock, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cards } from '@/app/ui/Cards';
import { EmptyState } from '@/app/ui/EmptyState';
import { Loading } from '@/app/ui/Loading';
import { More } from '@/app/ui/More';
import { PageHeader } from '@/app/ui/PageHeader';
import { usePlace } from '@/app/ui/PlaceField';
import { PlaceFilter } from '@/app/ui/PlaceFilter';
import { Trouble } from '@/app/ui/QueryView';
import { EDIT, useDistrict, useMay } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { BarrierCard } from './BarrierCard';
import { BarrierDialog } from './BarrierDialog';
import { type Barrier, barriersQuery, type Filters, levels, statuses } from './queries';

const any = 'any';

/** What stands in the way, in the buildings, shared and in the district. */
export function BarriersPage() {
  const { t } = useTranslation(['barrier', 'app']);
  const { id: district } = useDistrict();
  const navigate = useNavigate();
  const filters = useSearch({ from: '/d/$district/barriers' });
  const [adding, setAdding] = useState(false);
  const place = usePlace();
  useLive(district, 'barriers');
  const query = useInfiniteQuery(barriersQuery(district, filters));
  const rows = query.data?.pages.flatMap(({ items }) => items);
  const filtered = Object.values(filters).some((value) => value !== undefined);

  const set = (search: Filters) =>
    void navigate({
      to: '/d/$district/barriers',
      params: { district },
      search,
      replace: true,
      resetScroll: false,
    });
  const add = place.may && (
    <Button leftSection={<IconPlus aria-hidden size={20} />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );

  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={add} />
      <Stack gap="xl">
        <Raised />
        <search aria-label={t('filters.label')}>
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
            <PlaceFilter
              label={t('filters.school')}
              everywhere={t('filters.everywhere')}
              value={filters.school}
              onChange={(school) => set({ ...filters, school })}
            />
            <Select
              label={t('fields.level')}
              allowDeselect={false}
              data={[
                { value: any, label: t('filters.anyLevel') },
                ...levels.map((value) => ({ value, label: t(`level.${value}`) })),
              ]}
              value={filters.level ?? any}
              onChange={(value) =>
                set({ ...filters, level: levels.find((level) => level === value) })
              }
            />
            <Select
              label={t('fields.status')}
              allowDeselect={false}
              data={[
                { value: any, label: t('filters.anyStatus') },
                ...statuses.map((value) => ({ value, label: t(`app:status.${value}`) })),
              ]}
              value={filters.status ?? any}
              onChange={(value) =>
                set({ ...filters, status: statuses.find((status) => status === value) })
              }
            />
          </SimpleGrid>
        </search>
        {query.isError && !rows && (
          <Trouble error={query.error} again={() => void query.refetch()} />
        )}
        {!rows && !query.isError && <Loading rows={5} />}
        {rows && rows.length === 0 && filtered && <Text>{t('noMatch')}</Text>}
        {rows && rows.length === 0 && !filtered && (
          <EmptyState icon={IconBarrierBlock} title={t('emptyTitle')} action={add}>
            {t('empty')}
          </EmptyState>
        )}
        {rows?.length ? <ByLevel rows={rows} /> : null}
        <More query={query} />
      </Stack>
      {adding && (
        <BarrierDialog
          school={filters.school && filters.school !== 'district' ? filters.school : place.first}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}

function ByLevel({ rows }: { rows: Barrier[] }) {
  const { t } = useTranslation('barrier');
  return levels.map((level) => {
    const some = rows.filter((row) => row.level === level);
    if (some.length === 0) return null;
    return (
      <section key={level} aria-labelledby={`level-${level}`}>
        <Title order={2} id={`level-${level}`}>
          {t(`level.${level}`)}
        </Title>
        <Text c="dimmed" mb="sm">
          {t(`levelHelp.${level}`)}
        </Text>
        <Cards>
          {some.map((row) => (
            <BarrierCard key={row.id} barrier={row} />
          ))}
        </Cards>
      </section>
    );
  });
}

/** What schools have brought to the district and wait for an answer to. */
function Raised() {
  const { t } = useTranslation('barrier');
  const { id: district } = useDistrict();
  const enabled = useMay({ district: EDIT });
  const query = useInfiniteQuery({ ...barriersQuery(district, { awaiting: true }), enabled });
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="raised">
      <Title order={2} id="raised" mb="sm">
        {t('raisedTitle', { count: rows.length })}
      </Title>
      <Cards>
        {rows.map((row) => (
          <BarrierCard key={row.id} barrier={row} to="answer" />
        ))}
      </Cards>
      <More query={query} />
    </section>
  );
}

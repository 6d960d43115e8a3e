import { Button, Stack, Text, Title } from '@mantine/core';
import { IconBarrierBlock, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cards } from '@/app/ui/Cards';
import { EmptyState } from '@/app/ui/EmptyState';
import { ChoiceFilter, Filters } from '@/app/ui/Filters';
import { ListView } from '@/app/ui/ListView';
import { More } from '@/app/ui/More';
import { PageHeader } from '@/app/ui/PageHeader';
import { usePlace } from '@/app/ui/PlaceField';
import { PlaceFilter } from '@/app/ui/PlaceFilter';
import { EDIT, useDistrict, useMay } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { BarrierCard } from './BarrierCard';
import { BarrierDialog } from './BarrierDialog';
import { type Barrier, type BarrierFilters, barriersQuery, levels, statuses } from './queries';

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
  const filtered = Object.values(filters).some((value) => value !== undefined);

  const set = (search: BarrierFilters) =>
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
        <Filters label={t('filters.label')}>
          <PlaceFilter
            label={t('filters.school')}
            everywhere={t('filters.everywhere')}
            value={filters.school}
            onChange={(school) => set({ ...filters, school })}
          />
          <ChoiceFilter
            label={t('fields.level')}
            anyone={t('filters.anyLevel')}
            choices={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
            value={filters.level}
            onChange={(level) => set({ ...filters, level })}
          />
          <ChoiceFilter
            label={t('fields.status')}
            anyone={t('filters.anyStatus')}
            choices={statuses.map((value) => ({ value, label: t(`app:status.${value}`) }))}
            value={filters.status}
            onChange={(status) => set({ ...filters, status })}
          />
        </Filters>
        <ListView
          query={query}
          empty={
            filtered ? (
              <Text>{t('noMatch')}</Text>
            ) : (
              <EmptyState icon={IconBarrierBlock} title={t('emptyTitle')} action={add}>
                {t('empty')}
              </EmptyState>
            )
          }
        >
          {(rows) => <ByLevel rows={rows} />}
        </ListView>
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

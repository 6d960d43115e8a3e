import { Button, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconGavel, IconPlus } from '@tabler/icons-react';
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
import { useDistrict } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { DecisionDialog } from './DecisionDialog';
import { DecisionTable } from './DecisionTable';
import { ProcedureCard } from './ProcedureCard';
import { ProcedureDialog } from './ProcedureDialog';
import { decisionsQuery, proceduresQuery } from './queries';

/** Who decides what, and how things are done here. */
export function DecisionsPage() {
  const { t } = useTranslation(['agreement', 'app']);
  const { id: district } = useDistrict();
  const navigate = useNavigate();
  const filters = useSearch({ from: '/d/$district/decisions' });
  useLive(district, 'agreements');
  const first = filters.school && filters.school !== 'district' ? filters.school : undefined;
  return (
    <>
      <PageHeader title={t('app:nav.decisions')} lead={t('decision.lead')} />
      <Stack gap="xl">
        <search aria-label={t('filter')}>
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <PlaceFilter
              label={t('fields.school')}
              everywhere={t('everyone')}
              value={filters.school}
              onChange={(school) =>
                void navigate({
                  to: '/d/$district/decisions',
                  params: { district },
                  search: { school },
                  replace: true,
                  resetScroll: false,
                })
              }
            />
          </SimpleGrid>
        </search>
        <Decisions filters={filters} first={first} />
        <Procedures filters={filters} first={first} />
      </Stack>
    </>
  );
}

interface PartProps {
  filters: { school?: string | undefined };
  /** The school that the page shows now. */
  first: string | undefined;
}

function Decisions({ filters, first }: PartProps) {
  const { t } = useTranslation('agreement');
  const { id: district } = useDistrict();
  const place = usePlace();
  const [adding, setAdding] = useState(false);
  const query = useInfiniteQuery(decisionsQuery(district, filters));
  const rows = query.data?.pages.flatMap(({ items }) => items);
  const add = place.may && (
    <Button leftSection={<IconPlus aria-hidden size={20} />} onClick={() => setAdding(true)}>
      {t('decision.add')}
    </Button>
  );
  return (
    <section aria-labelledby="decisions">
      <Title order={2} id="decisions" mb="sm">
        {t('decision.title')}
      </Title>
      {query.isError && !rows && <Trouble error={query.error} again={() => void query.refetch()} />}
      {!rows && !query.isError && <Loading rows={4} />}
      {rows?.length === 0 && (
        <EmptyState icon={IconGavel} title={t('decision.emptyTitle')} action={add}>
          {t('decision.empty')}
        </EmptyState>
      )}
      {rows?.length ? (
        <Stack gap="md">
          <DecisionTable rows={rows} />
          <div>{add}</div>
        </Stack>
      ) : null}
      <More query={query} />
      {adding && <DecisionDialog school={first ?? place.first} onClose={() => setAdding(false)} />}
    </section>
  );
}

function Procedures({ filters, first }: PartProps) {
  const { t } = useTranslation('agreement');
  const { id: district } = useDistrict();
  const place = usePlace();
  const [adding, setAdding] = useState(false);
  const query = useInfiniteQuery(proceduresQuery(district, filters));
  const rows = query.data?.pages.flatMap(({ items }) => items);
  return (
    <section aria-labelledby="procedures">
      <Title order={2} id="procedures" mb="sm">
        {t('procedure.title')}
      </Title>
      <Stack gap="md">
        {query.isError && !rows && (
          <Trouble error={query.error} again={() => void query.refetch()} />
        )}
        {!rows && !query.isError && <Loading rows={3} />}
        {rows?.length === 0 && <Text c="dimmed">{t('procedure.empty')}</Text>}
        {rows?.length ? (
          <Cards>
            {rows.map((row) => (
              <ProcedureCard key={row.id} procedure={row} />
            ))}
          </Cards>
        ) : null}
        <More query={query} />
        {place.may && (
          <div>
            <Button
              variant="default"
              leftSection={<IconPlus aria-hidden size={20} />}
              onClick={() => setAdding(true)}
            >
              {t('procedure.add')}
            </Button>
          </div>
        )}
      </Stack>
      {adding && <ProcedureDialog school={first ?? place.first} onClose={() => setAdding(false)} />}
    </section>
  );
}

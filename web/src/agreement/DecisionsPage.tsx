import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconGavel, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cards } from '@/app/ui/Cards';
import { EmptyState } from '@/app/ui/EmptyState';
import { Filters } from '@/app/ui/Filters';
import { ListView } from '@/app/ui/ListView';
import { PageHeader } from '@/app/ui/PageHeader';
import { usePlace } from '@/app/ui/PlaceField';
import { PlaceFilter } from '@/app/ui/PlaceFilter';
import { useDistrict } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { DecisionDialog } from './DecisionDialog';
import { DecisionList } from './DecisionList';
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
  // What stands below waits for it, so that nothing moves under somebody's finger.
  const decisions = useInfiniteQuery(decisionsQuery(district, filters));
  const first = filters.school && filters.school !== 'district' ? filters.school : undefined;
  return (
    <>
      <PageHeader title={t('app:nav.decisions')} lead={t('decision.lead')} />
      <Stack gap="xl">
        <Filters label={t('filter')}>
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
        </Filters>
        <Decisions filters={filters} first={first} />
        {!decisions.isPending && <Procedures filters={filters} first={first} />}
      </Stack>
    </>
  );
}

interface PartProps {
  filters: { school?: string | undefined };
  /** The school that the page shows now. */
  first: string | undefined;
}

/** Adds one to its list, where this person may. */
function useAdding(words: string, dialog: (close: () => void) => ReactNode) {
  const place = usePlace();
  const [adding, setAdding] = useState(false);
  return {
    button: place.may && (
      <Button leftSection={<IconPlus aria-hidden size={20} />} onClick={() => setAdding(true)}>
        {words}
      </Button>
    ),
    dialog: adding && dialog(() => setAdding(false)),
  };
}

function Decisions({ filters, first }: PartProps) {
  const { t } = useTranslation('agreement');
  const { id: district } = useDistrict();
  const place = usePlace();
  const query = useInfiniteQuery(decisionsQuery(district, filters));
  const adding = useAdding(t('decision.add'), (close) => (
    <DecisionDialog school={first ?? place.first} onClose={close} />
  ));
  const none = query.data?.pages.every(({ items }) => items.length === 0);
  return (
    <section aria-labelledby="decisions">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="decisions">
          {t('decision.title')}
        </Title>
        {!none && adding.button}
      </Group>
      <Stack gap="md">
        <ListView
          query={query}
          rows={4}
          empty={
            <EmptyState
              icon={IconGavel}
              title={t('decision.emptyTitle')}
              action={adding.button}
              order={3}
            >
              {t('decision.empty')}
            </EmptyState>
          }
        >
          {(rows) => <DecisionList rows={rows} />}
        </ListView>
      </Stack>
      {adding.dialog}
    </section>
  );
}

function Procedures({ filters, first }: PartProps) {
  const { t } = useTranslation('agreement');
  const { id: district } = useDistrict();
  const place = usePlace();
  const query = useInfiniteQuery(proceduresQuery(district, filters));
  const adding = useAdding(t('procedure.add'), (close) => (
    <ProcedureDialog school={first ?? place.first} onClose={close} />
  ));
  return (
    <section aria-labelledby="procedures">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="procedures">
          {t('procedure.title')}
        </Title>
        {adding.button}
      </Group>
      <ListView query={query} rows={3} empty={<Text c="dimmed">{t('procedure.empty')}</Text>}>
        {(rows) => (
          <Cards>
            {rows.map((row) => (
              <ProcedureCard key={row.id} procedure={row} />
            ))}
          </Cards>
        )}
      </ListView>
      {adding.dialog}
    </section>
  );
}

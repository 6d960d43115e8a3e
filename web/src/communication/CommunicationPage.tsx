import { Button, Stack, Text, Title } from '@mantine/core';
import { IconCalendarShare, IconMessages, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cards } from '@/app/ui/Cards';
import { EmptyState } from '@/app/ui/EmptyState';
import { ChoiceFilter, Filters } from '@/app/ui/Filters';
import { ListView } from '@/app/ui/ListView';
import { ButtonLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { usePlace } from '@/app/ui/PlaceField';
import { PlaceFilter } from '@/app/ui/PlaceFilter';
import { useDistrict, usePersonId } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { CommunicationCard } from './CommunicationCard';
import { CommunicationDialog } from './CommunicationDialog';
import { DoneDialog } from './DoneDialog';
import {
  type Communication,
  type CommunicationFilters,
  communicationsQuery,
  reaches,
} from './queries';
import { inOrder } from './rules';

/** Who is told what, how, by whom and when. */
export function CommunicationPage() {
  const { t } = useTranslation(['communication', 'app']);
  const { id: district } = useDistrict();
  const me = usePersonId();
  const navigate = useNavigate();
  const filters = useSearch({ from: '/d/$district/communication' });
  const [adding, setAdding] = useState(false);
  const [done, setDone] = useState<Communication | null>(null);
  const place = usePlace();
  useLive(district, 'communications');
  const query = useInfiniteQuery(communicationsQuery(district, filters, me));
  const filtered = Object.values(filters).some((value) => value !== undefined);

  const set = (search: CommunicationFilters) =>
    void navigate({
      to: '/d/$district/communication',
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
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {add}
            <ButtonLink
              to="/d/$district/calendars"
              params={{ district }}
              variant="default"
              leftSection={<IconCalendarShare aria-hidden size={20} />}
            >
              {t('calendars.title')}
            </ButtonLink>
          </>
        }
      />
      <Stack gap="xl">
        <Filters label={t('filters.label')}>
          <PlaceFilter
            label={t('filters.school')}
            everywhere={t('filters.everywhere')}
            value={filters.school}
            onChange={(school) => set({ ...filters, school })}
          />
          <ChoiceFilter
            label={t('fields.reach')}
            anyone={t('filters.anyReach')}
            choices={reaches.map((value) => ({ value, label: t(`reach.${value}`) }))}
            value={filters.reach}
            onChange={(reach) => set({ ...filters, reach })}
          />
          <ChoiceFilter
            label={t('filters.owner')}
            anyone={t('filters.anyone')}
            choices={[{ value: 'me', label: t('filters.mine') }]}
            value={filters.owner}
            onChange={(owner) => set({ ...filters, owner })}
          />
        </Filters>
        <ListView
          query={query}
          empty={
            filtered ? (
              <Text>{t('noMatch')}</Text>
            ) : (
              <EmptyState icon={IconMessages} title={t('emptyTitle')} action={add}>
                {t('empty')}
              </EmptyState>
            )
          }
        >
          {(rows) => <Sections rows={inOrder(rows)} done={setDone} />}
        </ListView>
      </Stack>
      {adding && (
        <CommunicationDialog
          school={filters.school && filters.school !== 'district' ? filters.school : place.first}
          onClose={() => setAdding(false)}
        />
      )}
      {done && <DoneDialog row={done} onClose={() => setDone(null)} />}
    </>
  );
}

interface SectionsProps {
  rows: Communication[];
  done: (row: Communication) => void;
}

/** What is due now stands first. */
function Sections({ rows, done }: SectionsProps) {
  const { t } = useTranslation('communication');
  const parts = {
    due: rows.filter(({ due_on }) => due_on),
    next: rows.filter(({ due_on, next_on }) => !due_on && next_on),
    over: rows.filter(({ due_on, next_on }) => !due_on && !next_on),
  };
  return (['due', 'next', 'over'] as const).map(
    (part) =>
      parts[part].length > 0 && (
        <section key={part} aria-labelledby={`part-${part}`}>
          <Title order={2} id={`part-${part}`} mb="sm">
            {t(`part.${part}`)}
          </Title>
          <Cards>
            {parts[part].map((row) => (
              <CommunicationCard key={row.id} row={row} done={() => done(row)} />
            ))}
          </Cards>
        </section>
      ),
  );
}

import { Button, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconHeartHandshake, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
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
import { useSchoolName } from '@/schools/queries';
import { CommitmentCard } from './CommitmentCard';
import { CommitmentDialog } from './CommitmentDialog';
import { type Commitment, commitmentsQuery, directions } from './queries';

/** What the district and its schools promise each other. */
export function CommitmentsPage() {
  const { t } = useTranslation(['agreement', 'app']);
  const { id: district } = useDistrict();
  const navigate = useNavigate();
  const filters = useSearch({ from: '/d/$district/commitments' });
  const [adding, setAdding] = useState(false);
  const place = usePlace();
  useLive(district, 'agreements');
  const query = useInfiniteQuery(commitmentsQuery(district, filters));
  const add = place.may && (
    <Button leftSection={<IconPlus aria-hidden size={20} />} onClick={() => setAdding(true)}>
      {t('commitment.add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('commitment.title')} lead={t('commitment.lead')} actions={add} />
      <Stack gap="xl">
        <Filters label={t('filter')}>
          <PlaceFilter
            label={t('fields.school')}
            everywhere={t('everySchool')}
            schoolsOnly
            value={filters.school}
            onChange={(school) =>
              void navigate({
                to: '/d/$district/commitments',
                params: { district },
                search: { school },
                replace: true,
                resetScroll: false,
              })
            }
          />
        </Filters>
        <ListView
          query={query}
          empty={
            filters.school ? (
              <Text>{t('commitment.noneHere')}</Text>
            ) : (
              <EmptyState icon={IconHeartHandshake} title={t('commitment.emptyTitle')} action={add}>
                {t('commitment.empty')}
              </EmptyState>
            )
          }
        >
          {(rows) => <BySchool rows={rows} />}
        </ListView>
      </Stack>
      {adding && (
        <CommitmentDialog school={filters.school ?? place.first} onClose={() => setAdding(false)} />
      )}
    </>
  );
}

/** School by school, the district's promises beside the school's. */
function BySchool({ rows }: { rows: Commitment[] }) {
  const { t } = useTranslation('agreement');
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  const schools = [...new Set(rows.map(({ school_id }) => school_id))].sort((a, b) =>
    schoolName(a).localeCompare(schoolName(b)),
  );
  return schools.map((school) => (
    <section key={school} aria-labelledby={`school-${school}`}>
      <Title order={2} id={`school-${school}`} mb="sm">
        {schoolName(school)}
      </Title>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        {directions.map((direction) => {
          const some = rows.filter(
            (row) => row.school_id === school && row.direction === direction,
          );
          return (
            <div key={direction}>
              <Title order={3} size="h4" mb="xs">
                {t(`direction.${direction}`)}
              </Title>
              {some.length === 0 ? (
                <Text c="dimmed">{t('commitment.nothing')}</Text>
              ) : (
                <Cards>
                  {some.map((row) => (
                    <CommitmentCard key={row.id} commitment={row} />
                  ))}
                </Cards>
              )}
            </div>
          );
        })}
      </SimpleGrid>
    </section>
  ));
}

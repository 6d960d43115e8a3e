import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconPresentation } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { EmptyState } from '@/app/ui/EmptyState';
import { ButtonLink, TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { useDistrict } from '@/identity/session';
import { spacedCode } from '@/room/rules/code';
import { useSchoolName } from '@/schools/queries';
import { PlanWorkshop } from './PlanWorkshop';
import { type Workshop, workshopsQuery } from './queries';
import { mayLead } from './rights';
import { WorkshopState } from './WorkshopState';

/** What is under way, what is planned, and what was held. */
export function WorkshopsPage() {
  const { t } = useTranslation(['workshop', 'app']);
  const { id: district } = useDistrict();
  const query = useInfiniteQuery(workshopsQuery(district));
  return (
    <>
      <PageHeader title={t('title')} lead={t('pageLead')} actions={<PlanWorkshop />} />
      <QueryView query={query as never}>
        {(data: { pages: { items: Workshop[] }[] }) => {
          const all = data.pages.flatMap(({ items }) => items);
          if (all.length === 0)
            return (
              <EmptyState icon={IconPresentation} title={t('emptyTitle')} action={<PlanWorkshop />}>
                {t('empty')}
              </EmptyState>
            );
          return (
            <Stack gap="xl">
              <Part title={t('parts.now')} all={all.filter(isOn)} />
              <Part
                title={t('parts.planned')}
                all={all.filter(({ state }) => state === 'planned')}
              />
              <Part title={t('parts.ended')} all={all.filter(({ state }) => state === 'ended')} />
              {query.hasNextPage && (
                <Button
                  variant="default"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {t('app:more')}
                </Button>
              )}
            </Stack>
          );
        }}
      </QueryView>
    </>
  );
}

const isOn = ({ state }: Workshop) => state === 'running' || state === 'survey';

function Part({ title, all }: { title: string; all: Workshop[] }) {
  if (all.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        {title}
      </Title>
      <Stack gap="sm">
        {all.map((workshop) => (
          <WorkshopCard key={workshop.id} workshop={workshop} />
        ))}
      </Stack>
    </section>
  );
}

function WorkshopCard({ workshop }: { workshop: Workshop }) {
  const { t } = useTranslation(['workshop', 'app']);
  const { id: district, grants } = useDistrict();
  const schoolName = useSchoolName(district);
  const params = { district, workshop: workshop.id };
  const { state, starts_at, ended_at, school_id } = workshop;
  const lead = mayLead(grants, school_id);
  return (
    <Card component="article" aria-labelledby={workshop.id}>
      <Group justify="space-between" gap="md">
        <Stack gap={4} style={{ flex: '1 1 18rem', minInlineSize: 0 }}>
          <Group gap="sm">
            <Title order={3} id={workshop.id}>
              <TextLink to="/d/$district/workshops/$workshop" params={params} inherit>
                {workshop.title}
              </TextLink>
            </Title>
            <WorkshopState state={state} />
          </Group>
          <Text c="dimmed">
            {school_id ? schoolName(school_id) : t('app:district')}
            {' · '}
            {ended_at ? (
              <>
                {t('held')} <DateText value={ended_at} />
              </>
            ) : starts_at ? (
              <DateText value={starts_at} form="time" />
            ) : (
              t('noDate')
            )}
            {state !== 'ended' && ` · ${t('codeIs', { code: spacedCode(workshop.code) })}`}
          </Text>
        </Stack>
        <Group gap="xs">
          {state === 'ended' ? (
            <ButtonLink
              to="/d/$district/workshops/$workshop/minutes"
              params={params}
              variant="default"
            >
              {t('minutes.title')}
            </ButtonLink>
          ) : (
            lead && (
              <ButtonLink to="/d/$district/workshops/$workshop/lead" params={params}>
                {t(state === 'planned' ? 'openRoom' : 'backToRoom')}
              </ButtonLink>
            )
          )}
        </Group>
      </Group>
    </Card>
  );
}

import { Button, List, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { useFormat } from '@/app/ui/format';
import { QueryView } from '@/app/ui/QueryView';
import { usePlanPage } from '@/plan/PlanContext';
import { Section } from '@/plan/view/Section';
import { reallocationsQuery } from './queries';

/** What was carried out, newest first. */
export function Reallocations() {
  const { t } = useTranslation(['fund', 'app']);
  const format = useFormat();
  const { district, schoolName } = usePlanPage();
  const query = useInfiniteQuery(reallocationsQuery(district));
  const place = (school: string | null, strategy: string) =>
    t('whatIf.place', { school: school ? schoolName(school) : t('wholeDistrict'), strategy });
  return (
    <Section id="reallocations" title={t('whatIf.past')}>
      <QueryView query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <Text c="dimmed">{t('whatIf.pastNone')}</Text>
          ) : (
            <Stack gap="md">
              {items.map(({ id, year, reason, moved, created_at, updated_by }) => (
                <div key={id}>
                  <Text fw={600}>
                    {t('whatIf.pastTitle', { year, who: updated_by })}{' '}
                    <DateText value={created_at} />
                  </Text>
                  <Text>{reason}</Text>
                  <List>
                    {moved.map((move) => (
                      <List.Item key={`${move.from_line_id} ${move.to_line_id}`}>
                        {t('whatIf.move', {
                          amount: format.money(move.amount_cents),
                          source: move.source,
                          from: place(move.from_school_id, move.from_strategy),
                          to: place(move.to_school_id, move.to_strategy),
                        })}
                      </List.Item>
                    ))}
                  </List>
                </div>
              ))}
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
    </Section>
  );
}

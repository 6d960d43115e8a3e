import { Box, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus, IconRefresh } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { Facts, Typed } from '@/app/ui/Facts';
import { useFormat } from '@/app/ui/format';
import { ListView } from '@/app/ui/ListView';
import { PageHeader } from '@/app/ui/PageHeader';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import { EDIT, may, SCHOOL, useDistrict } from '@/identity/session';
import { planQuery } from '@/plan/queries';
import { useSchoolName } from '@/schools/queries';
import { LearningBadge } from './badges';
import { MonitorNav } from './MonitorNav';
import { type LearningCycle, learningQuery, useMonitoringLive } from './queries';
import { strategyIn } from './review/kinds';
import { type Asked, LearningDialog } from './review/LearningDialog';

/** Short rounds of plan, do, study, act, by schools on a strategy. */
export function LearningPage() {
  const { t } = useTranslation(['monitor', 'app']);
  const { id: district, grants } = useDistrict();
  const { school } = useSearch({ from: '/d/$district/monitoring/learning' });
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const query = useInfiniteQuery(learningQuery(district, school));
  useMonitoringLive(district);
  const anywhere = may(grants, { district: EDIT });
  const mayBegin = anywhere || grants.some(({ role }) => SCHOOL.includes(role));
  return (
    <>
      <PageHeader
        title={t('learning.title')}
        lead={t('learning.lead')}
        actions={
          mayBegin && (
            <Button
              leftSection={<IconPlus aria-hidden size={20} />}
              onClick={() => setAsked({ kind: 'begin', school: school ?? null })}
            >
              {t('learning.begin')}
            </Button>
          )
        }
      />
      <MonitorNav />
      <SchoolPicker
        label={t('learning.ofSchool')}
        none={t('learning.allSchools')}
        value={school ?? null}
        maw="24rem"
        mb="lg"
        allowDeselect={false}
        onChange={(picked) =>
          void navigate({
            to: '/d/$district/monitoring/learning',
            params: { district },
            search: picked ? { school: picked } : {},
            replace: true,
          })
        }
      />
      <ListView
        query={query}
        rows={3}
        empty={
          <EmptyState icon={IconRefresh} title={t('learning.none')}>
            {t('learning.noneText')}
          </EmptyState>
        }
      >
        {(items) => (
          <Stack gap="md">
            {items.map((row) => (
              <LearningCard key={row.id} row={row} ask={setAsked} />
            ))}
          </Stack>
        )}
      </ListView>
      {asked && <LearningDialog asked={asked} close={() => setAsked(null)} />}
    </>
  );
}

const parts = ['plan', 'prediction', 'happened', 'learned', 'next_step'] as const;

function LearningCard({ row, ask }: { row: LearningCycle; ask: (asked: Asked) => void }) {
  const { t } = useTranslation(['monitor', 'app']);
  const { id: district, grants } = useDistrict();
  const { data: plan } = useQuery(planQuery(district));
  const schoolName = useSchoolName(district);
  const format = useFormat();
  const mayEdit = may(grants, { district: EDIT, school: SCHOOL }, row.school_id);
  const strategy = strategyIn(plan, row.strategy_id)?.strategy.title ?? '';
  const when = [row.starts_on, row.ends_on]
    .flatMap((day) => (day ? [format.date(day)] : []))
    .join(' – ');
  return (
    <Card component="article" aria-labelledby={`learning-${row.id}`}>
      <Group justify="space-between" align="flex-start" mb={4}>
        <Title order={2} size="h3" id={`learning-${row.id}`} dir="auto">
          {row.title}
        </Title>
        <LearningBadge decision={row.decision} />
      </Group>
      <Text c="dimmed" size="sm" dir="auto">
        {[schoolName(row.school_id), t('learning.round', { round: row.round }), when, strategy]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Box mt="sm">
        <Facts
          stacked
          facts={parts.map((part) => [
            t(`learning.fields.${part}`),
            row[part] && (
              <Typed key={part} brief>
                {row[part]}
              </Typed>
            ),
          ])}
        />
      </Box>
      {mayEdit && (
        <Group mt="md">
          <Button
            variant="default"
            leftSection={<IconPencil aria-hidden size={18} />}
            aria-label={t('learning.editOf', { title: row.title })}
            onClick={() => ask({ kind: 'edit', row })}
          >
            {t(row.decision === 'open' ? 'learning.study' : 'app:edit')}
          </Button>
          {(row.decision === 'adapt' || row.decision === 'adopt') && (
            <Button
              variant="default"
              leftSection={<IconRefresh aria-hidden size={18} />}
              aria-label={t('learning.againOf', { title: row.title })}
              onClick={() => ask({ kind: 'again', row })}
            >
              {t('learning.again')}
            </Button>
          )}
        </Group>
      )}
    </Card>
  );
}

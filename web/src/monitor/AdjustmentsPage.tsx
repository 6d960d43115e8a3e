import { Box, Button, Card, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconAdjustments, IconPlus, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch } from '@/api/client';
import { useSend } from '@/api/useSend';
import { confirm } from '@/app/ui/confirm';
import { EmptyState } from '@/app/ui/EmptyState';
import { Typed } from '@/app/ui/Facts';
import { useFormat } from '@/app/ui/format';
import { ListView } from '@/app/ui/ListView';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { EDIT, may, SCHOOL, useDistrict } from '@/identity/session';
import { type Plan, planQuery } from '@/plan/queries';
import { useSchoolName } from '@/schools/queries';
import { AdjustmentBadge } from './badges';
import { MonitorNav } from './MonitorNav';
import classes from './monitor.module.css';
import {
  type Adjustment,
  type AdjustmentRow,
  type AdjustmentStatus,
  adjustmentsQuery,
  staleWithMonitoring,
  useMonitoringLive,
} from './queries';
import { DecideDialog } from './review/DecideDialog';
import { strategyIn } from './review/kinds';
import { ProposeDialog } from './review/ProposeDialog';

const filters = ['proposed', 'accepted', 'declined', 'all'] as const;

/** Changes of the plan that monitoring led to: proposed, decided, carried out. */
export function AdjustmentsPage() {
  const { t } = useTranslation(['monitor', 'app']);
  const { id: district, grants } = useDistrict();
  const [filter, setFilter] = useState<(typeof filters)[number]>('proposed');
  const [proposing, setProposing] = useState(false);
  const [deciding, setDeciding] = useState<{ row: Adjustment; accept: boolean } | null>(null);
  const status: AdjustmentStatus | undefined = filter === 'all' ? undefined : filter;
  const query = useInfiniteQuery(adjustmentsQuery(district, status));
  const { data: plan } = useQuery(planQuery(district));
  useMonitoringLive(district);
  const mayPropose =
    may(grants, { district: EDIT }) || grants.some(({ role }) => SCHOOL.includes(role));
  return (
    <>
      <PageHeader
        title={t('adjustment.page')}
        lead={t('adjustment.lead')}
        actions={
          mayPropose && (
            <Button
              leftSection={<IconPlus aria-hidden size={20} />}
              onClick={() => setProposing(true)}
            >
              {t('adjustment.propose')}
            </Button>
          )
        }
      />
      <MonitorNav />
      <SegmentedControl
        mb="lg"
        aria-label={t('adjustment.show')}
        data={filters.map((value) => ({ value, label: t(`adjustment.filter.${value}`) }))}
        value={filter}
        onChange={(value) => setFilter(value as typeof filter)}
      />
      <ListView
        query={query}
        rows={3}
        empty={
          <EmptyState icon={IconAdjustments} title={t('adjustment.none')}>
            {t('adjustment.noneText')}
          </EmptyState>
        }
      >
        {(items) => (
          <Stack gap="md">
            {items.map((row) => (
              <AdjustmentCard
                key={row.id}
                row={row}
                plan={plan}
                decide={(accept) => setDeciding({ row, accept })}
              />
            ))}
          </Stack>
        )}
      </ListView>
      {proposing && <ProposeDialog close={() => setProposing(false)} />}
      {deciding && <DecideDialog {...deciding} close={() => setDeciding(null)} />}
    </>
  );
}

interface AdjustmentCardProps {
  row: AdjustmentRow;
  plan: Plan | undefined;
  decide: (accept: boolean) => void;
}

function AdjustmentCard({ row, plan, decide }: AdjustmentCardProps) {
  const { t } = useTranslation(['monitor', 'app']);
  const { id: district, grants } = useDistrict();
  const schoolName = useSchoolName(district);
  const format = useFormat();
  const found = strategyIn(plan, row.strategy_id);
  const mayDecide = row.may_decide;
  const mayWithdraw =
    row.status === 'proposed' && may(grants, { district: EDIT, school: SCHOOL }, row.school_id);
  const withdraw = useSend({
    send: () =>
      api.DELETE('/districts/{district}/adjustments/{adjustment}', {
        params: { path: { district, adjustment: row.id }, header: ifMatch(row.version) },
      }),
    stale: staleWithMonitoring(district),
    said: t('adjustment.withdrawn'),
  });
  const ask = async () => {
    const sure = await confirm({
      title: t('adjustment.withdrawTitle'),
      text: t('adjustment.withdrawText', { title: row.title }),
      action: t('adjustment.withdraw'),
      danger: true,
    });
    if (sure) withdraw.mutate(undefined);
  };
  return (
    <Card component="article" aria-labelledby={`adjustment-${row.id}`}>
      <Group justify="space-between" align="flex-start" mb={4}>
        <Title order={2} size="h3" id={`adjustment-${row.id}`} dir="auto">
          {row.title}
        </Title>
        <AdjustmentBadge status={row.status} />
      </Group>
      <Text c="dimmed" size="sm">
        {[
          row.school_id ? schoolName(row.school_id) : t('theDistrict'),
          t('adjustment.by', { by: row.proposed_by, on: format.date(row.created_at) }),
        ].join(' · ')}
      </Text>
      {found && (
        <TextLink
          to="/d/$district/plan/goals/$goal"
          params={{ district, goal: found.goal.id }}
          dir="auto"
        >
          {found.strategy.title}
        </TextLink>
      )}
      <Box mt="sm">
        <Typed brief>{row.reason}</Typed>
      </Box>
      <Effect row={row} plan={plan} />
      {row.report_id && (
        <TextLink
          to="/d/$district/monitoring/reports/$report"
          params={{ district, report: row.report_id }}
        >
          {t('adjustment.fromReport')}
        </TextLink>
      )}
      {row.decided_at && (
        <Text mt="sm" className={classes.text}>
          <strong>
            {t(`adjustment.${row.status}By`, {
              by: row.decided_by,
              on: format.date(row.decided_at),
            })}
          </strong>{' '}
          {row.decision}
        </Text>
      )}
      {row.status === 'proposed' && (
        <Text mt="sm" size="sm">
          {t(`decides.${row.who_decides}`)}{' '}
          {row.decided_in ? (
            <TextLink to="/d/$district/decisions" params={{ district }}>
              {t('decides.in', { title: row.decided_in })}
            </TextLink>
          ) : (
            <TextLink to="/d/$district/decisions" params={{ district }}>
              {t('decides.silent')}
            </TextLink>
          )}
        </Text>
      )}
      {(mayDecide || mayWithdraw) && (
        <Group mt="md">
          {mayDecide && (
            <>
              <Button onClick={() => decide(true)}>{t('adjustment.accept')}</Button>
              <Button variant="default" onClick={() => decide(false)}>
                {t('adjustment.decline')}
              </Button>
            </>
          )}
          {mayWithdraw && (
            <Button
              variant="subtle"
              leftSection={<IconTrash aria-hidden size={18} />}
              loading={withdraw.isPending}
              onClick={() => void ask()}
            >
              {t('adjustment.withdraw')}
            </Button>
          )}
        </Group>
      )}
    </Card>
  );
}

/** What it does to the plan, with names. */
function Effect({ row, plan }: { row: Adjustment; plan: Plan | undefined }) {
  const { t } = useTranslation('monitor');
  const format = useFormat();
  const found = strategyIn(plan, row.strategy_id);
  const measure = found?.goal.measures.find(({ id }) => id === row.measure_id)?.name ?? '';
  const activity =
    row.kind === 'new_activity'
      ? row.new_title
      : (found?.strategy.activities.find(({ id }) => id === row.activity_id)?.title ?? '');
  return (
    <Text mt="xs">
      {t(`adjustment.effect.${row.kind}`, {
        measure,
        activity,
        value:
          row.new_value === null || row.new_value === undefined ? '' : format.number(row.new_value),
        date: row.new_date ? format.date(row.new_date) : t('adjustment.noDay'),
      })}
    </Text>
  );
}

import {
  Alert,
  Button,
  Card,
  Checkbox,
  Group,
  NumberInput,
  Stack,
  Text,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { IconArrowRight, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '@/api/client';
import { keyOf } from '@/api/keys';
import { useSend } from '@/api/useSend';
import { confirm } from '@/app/ui/confirm';
import { useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { LEAD, useDistrict, useMay } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import {
  type RollOverFields,
  type RolloverPlan,
  rolloverQuery,
  staleWithMonitoring,
  useMonitoringLive,
} from './queries';
import { useGroups } from './useGroups';

/** Into the next school year: what would happen, before it does. */
export function RolloverPage() {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const { year } = useSearch({ from: '/d/$district/monitoring/rollover' });
  const query = useQuery(rolloverQuery(district, year));
  useMonitoringLive(district);
  return (
    <QueryView query={query} page>
      {(plan) => (
        <>
          <PageHeader
            above={
              <TextLink
                to="/d/$district/monitoring/evaluation"
                params={{ district }}
                search={{ year: plan.from_year }}
              >
                {t('evaluation.title')}
              </TextLink>
            }
            title={t('rollover.title', { from: plan.from_year, to: plan.to_year })}
            lead={t('rollover.lead')}
          />
          <Preview key={plan.from_year} plan={plan} />
        </>
      )}
    </QueryView>
  );
}

type Row = RolloverPlan['open'][number];

function Preview({ plan }: { plan: RolloverPlan }) {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const lead = useMay({ district: LEAD });
  const format = useFormat();
  const [move, setMove] = useState<string[]>([]);
  const [values, setValues] = useState<Record<string, number | string>>({});
  const movable = plan.open.filter(({ moved_to }) => moved_to);
  const go = useSend({
    send: ({ ids, targets }: Going, { create }) =>
      body(
        api.POST('/districts/{district}/rollover', {
          params: { path: { district }, header: create },
          body: { from_year: plan.from_year, revision: plan.revision, move: ids, targets },
        }),
      ),
    stale: [...staleWithMonitoring(district), keyOf(district, 'plan')],
    said: t('rollover.done', { to: plan.to_year }),
  });
  const ids = move.filter((id) => movable.some((row) => row.id === id));
  const targets = plan.targets.flatMap((row) => {
    const value = values[keyOfTarget(row)];
    return typeof value === 'number'
      ? [{ measure_id: row.measure_id, school_id: row.school_id, group_id: row.group_id, value }]
      : [];
  });
  const ask = async () => {
    const sure = await confirm({
      title: t('rollover.confirmTitle', { to: plan.to_year }),
      text: t('rollover.confirmText', {
        goals: plan.goals.length,
        strategies: plan.strategies.length,
        dropped: plan.dropped.length,
        moved: ids.length,
        targets: targets.length,
      }),
      action: t('rollover.go'),
    });
    if (sure) go.mutate({ ids, targets });
  };
  return (
    <Stack gap="lg">
      {plan.done_at && (
        <Alert icon={<IconInfoCircle aria-hidden />} title={t('rollover.doneTitle')}>
          {t('rollover.doneText', { from: plan.from_year, on: format.date(plan.done_at) })}
        </Alert>
      )}
      <Text>{t('rollover.kept', { count: plan.done_activities })}</Text>
      <Stops title={t('rollover.goals')} none={t('rollover.noGoals')} rows={plan.goals} />
      <Stops
        title={t('rollover.strategies')}
        none={t('rollover.noStrategies')}
        rows={plan.strategies}
      />
      {plan.dropped.length > 0 && (
        <Card>
          <Title order={2} mb="xs">
            {t('rollover.dropped')}
          </Title>
          <ul>
            {plan.dropped.map((row) => (
              <li key={row.id}>
                <ActivityName row={row} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {plan.undecided.length > 0 && (
        <Card>
          <Title order={2} mb={4}>
            {t('rollover.undecided')}
          </Title>
          <Text c="dimmed" mb="xs">
            {t('rollover.undecidedText')}
          </Text>
          <ul>
            {plan.undecided.map(({ id, title }) => (
              <li key={id} dir="auto">
                {title}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card>
        <Title order={2} mb={4}>
          {t('rollover.open')}
        </Title>
        <Text c="dimmed" mb="sm">
          {t(movable.length > 0 ? 'rollover.openText' : 'rollover.noOpen')}
        </Text>
        {!plan.done_at && lead && movable.length > 1 && (
          <Group mb="sm">
            <Button
              variant="default"
              size="compact-md"
              onClick={() => setMove(movable.map(({ id }) => id))}
            >
              {t('rollover.all')}
            </Button>
            <Button variant="default" size="compact-md" onClick={() => setMove([])}>
              {t('rollover.noneOfThem')}
            </Button>
          </Group>
        )}
        <Checkbox.Group
          value={move}
          onChange={setMove}
          label={<VisuallyHidden>{t('rollover.open')}</VisuallyHidden>}
        >
          <Stack gap="xs">
            {movable.map((row) => (
              <Checkbox
                key={row.id}
                value={row.id}
                disabled={!!plan.done_at || !lead}
                label={<ActivityName row={row} />}
                description={t('rollover.moves', {
                  from: format.date(row.due_on ?? ''),
                  to: format.date(row.moved_to ?? ''),
                })}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      </Card>
      {plan.targets.length > 0 && (
        <EndingTargets
          rows={plan.targets}
          values={values}
          set={plan.done_at || !lead ? null : setValues}
        />
      )}
      {!plan.done_at && lead && (
        <Group>
          <Button
            rightSection={<IconArrowRight aria-hidden size={20} />}
            loading={go.isPending}
            onClick={() => void ask()}
          >
            {t('rollover.goTo', { to: plan.to_year })}
          </Button>
        </Group>
      )}
      {!plan.done_at && !lead && <Text>{t('rollover.byLead')}</Text>}
    </Stack>
  );
}

interface Going {
  ids: string[];
  targets: NonNullable<RollOverFields['targets']>;
}

const keyOfTarget = (row: RolloverPlan['targets'][number]) =>
  [row.measure_id, row.school_id, row.group_id].join(' ');

interface EndingTargetsProps {
  rows: RolloverPlan['targets'];
  values: Record<string, number | string>;
  /** None: only to look at. */
  set: ((values: Record<string, number | string>) => void) | null;
}

/** Chosen by being given a value: what it was is the first offer. */
function EndingTargets({ rows, values, set }: EndingTargetsProps) {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  const { nameOf } = useGroups();
  const format = useFormat();
  return (
    <Card>
      <Title order={2} mb={4}>
        {t('rollover.targets')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('rollover.targetsText')}
      </Text>
      <Stack gap="md">
        {rows.map((row) => {
          const key = keyOfTarget(row);
          const place = row.school_id ? schoolName(row.school_id) : t('theDistrict');
          const target = t('rollover.target', {
            measure: row.measure,
            place: row.group_id ? `${place}, ${nameOf(row.group_id)}` : place,
          });
          const chosen = key in values;
          return (
            <Group key={key} align="flex-end" gap="md">
              <Checkbox
                style={{ flex: '1 1 18rem' }}
                checked={chosen}
                disabled={!set}
                onChange={({ currentTarget: { checked } }) => {
                  const { [key]: _, ...others } = values;
                  set?.(checked ? { ...others, [key]: row.end_target.value } : others);
                }}
                label={<span dir="auto">{target}</span>}
                description={t('rollover.targetMoves', {
                  value: format.number(row.end_target.value),
                  from: format.date(row.end_target.on),
                  to: format.date(row.moved_to),
                })}
              />
              {chosen && (
                <NumberInput
                  label={t('rollover.newValue', { target })}
                  w="14rem"
                  hideControls
                  value={values[key] ?? ''}
                  onChange={(value) => set?.({ ...values, [key]: value })}
                />
              )}
            </Group>
          );
        })}
      </Stack>
    </Card>
  );
}

function ActivityName({ row }: { row: Row }) {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  return (
    <span dir="auto">
      {row.title} · {row.school_id ? schoolName(row.school_id) : t('theDistrict')}
    </span>
  );
}

interface StopsProps {
  title: string;
  none: string;
  rows: RolloverPlan['goals'];
}

function Stops({ title, none, rows }: StopsProps) {
  return (
    <Card>
      <Title order={2} mb="xs">
        {title}
      </Title>
      {rows.length === 0 ? (
        <Text c="dimmed">{none}</Text>
      ) : (
        <ul>
          {rows.map(({ id, title: name, why }) => (
            <li key={id} dir="auto">
              <strong>{name}</strong> {why}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

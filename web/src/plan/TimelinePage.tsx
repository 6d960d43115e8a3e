import { SegmentedControl, Text } from '@mantine/core';
import { IconCalendarStats, IconClockExclamation, IconHourglass } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { type CSSProperties, memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { EmptyState } from '@/app/ui/EmptyState';
import { today, useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { StatusBadge, statusTone } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import { usePlanPage } from './PlanContext';
import { PlanFrame } from './PlanFrame';
import { type Plan, usePlan } from './queries';
import { activitiesOf, filtered, ownerKey, type PlanFilter } from './rules/filter';
import { isOverdue } from './rules/progress';
import {
  type GroupBy,
  placeOf,
  type Scale,
  scaleOf,
  spanOf,
  type TimelineRow,
  ticksOf,
  timeline,
} from './rules/timeline';
import styles from './Timeline.module.css';
import { FilterBar } from './view/FilterBar';
import tags from './view/tags.module.css';
import { useWaiting } from './view/useWaiting';

type View = 'chart' | 'list';

/** Every activity of the plan on one line of time; on a phone as a list. */
export function TimelinePage() {
  const { id } = useDistrict();
  const query = usePlan(id);
  return (
    <QueryView query={query} page>
      {(plan) => (
        <PlanFrame plan={plan}>
          <TimelineView plan={plan} />
        </PlanFrame>
      )}
    </QueryView>
  );
}

function TimelineView({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plan');
  const { district, schoolName } = usePlanPage();
  const filter: PlanFilter = useSearch({ strict: false });
  const [by, setBy] = useState<GroupBy>('goal');
  const [view, setView] = useState<View>('chart');
  const groups = useMemo(() => {
    const goals = filtered(plan.goals, filter).filter(({ status }) => status !== 'archived');
    const own = goals.map((goal) => (filter.owner ? onlyOf(goal, filter.owner) : goal));
    return timeline(own, by, (school) => (school ? schoolName(school) : t('theDistrict')));
  }, [plan.goals, filter, by, schoolName, t]);
  const scale = useMemo(() => scaleOf(groups), [groups]);
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const empty = plan.goals.every((goal) => activitiesOf(goal).length === 0);
  return (
    <>
      <PageHeader
        above={
          <TextLink to="/d/$district/plan" params={{ district }}>
            {plan.title}
          </TextLink>
        }
        title={t('timeline.title')}
        lead={t('timeline.lead')}
      />
      {empty ? (
        <EmptyState icon={IconCalendarStats} title={t('timeline.emptyTitle')}>
          {t('timeline.empty')}
        </EmptyState>
      ) : (
        <>
          <FilterBar goals={plan.goals} filter={filter} />
          <div className={styles.tools}>
            <SegmentedControl
              aria-label={t('timeline.by')}
              data={[
                { value: 'goal', label: t('timeline.byGoal') },
                { value: 'school', label: t('timeline.bySchool') },
              ]}
              value={by}
              onChange={(value) => setBy(value as GroupBy)}
            />
            <SegmentedControl
              className={styles.views}
              aria-label={t('timeline.view')}
              data={[
                { value: 'chart', label: t('timeline.chart') },
                { value: 'list', label: t('timeline.list') },
              ]}
              value={view}
              onChange={(value) => setView(value as View)}
            />
            <Text role="status" c="dimmed">
              {t('counts.activities', { count })}
            </Text>
          </div>
          <div className={styles.timeline} data-view={view}>
            {scale && <Head scale={scale} />}
            {groups.map(({ key, title, rows }) => (
              <section key={key} className={styles.group} aria-label={title}>
                <h2 className={styles.groupTitle}>{title}</h2>
                <ul className={styles.rows}>
                  {rows.map((row) => (
                    <Row key={row.activity.id} row={row} scale={scale} by={by} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
          {count === 0 && <Text mt="xl">{t('filter.none')}</Text>}
        </>
      )}
    </>
  );
}

/** A person's own goals and strategies bring other people's activities: not in a timeline. */
function onlyOf(goal: Plan['goals'][number], owner: string): Plan['goals'][number] {
  return {
    ...goal,
    strategies: goal.strategies.map((strategy) => ({
      ...strategy,
      activities: strategy.activities.filter((activity) => ownerKey(activity) === owner),
    })),
  };
}

function Head({ scale }: { scale: Scale }) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const now = placeOf(scale, today());
  return (
    <div className={styles.head} aria-hidden>
      <div />
      <div className={styles.track}>
        {ticksOf(scale, 7).map((day) => (
          <span
            key={day}
            className={styles.tick}
            style={{ insetInlineStart: `${placeOf(scale, day)}%` }}
          >
            {format.month(day)}
          </span>
        ))}
        {now >= 0 && now <= 100 && (
          <span
            className={styles.todayName}
            data-end={now > 80 || undefined}
            style={{ insetInlineStart: `${now}%` }}
          >
            {t('timeline.today', { date: format.date(today()) })}
          </span>
        )}
      </div>
    </div>
  );
}

interface RowProps {
  row: TimelineRow;
  scale: Scale | null;
  by: GroupBy;
}

const Row = memo(function Row({ row, scale, by }: RowProps) {
  const { t } = useTranslation('plan');
  const { district, schoolName, ownerName } = usePlanPage();
  const { activity, goal, strategy } = row;
  const { waits, oddities } = useWaiting(activity);
  const span = spanOf(activity);
  const owner = ownerName(activity);
  const late = isOverdue(activity, today());
  const where =
    by === 'goal'
      ? activity.school_id
        ? schoolName(activity.school_id)
        : t('theDistrict')
      : goal.title;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <TextLink
          to="/d/$district/plan/goals/$goal"
          params={{ district, goal: goal.id }}
          hash={`activity-${activity.id}`}
        >
          {activity.title}
        </TextLink>
        <span className={styles.facts}>
          {where} · {strategy}
          {owner && ` · ${owner}`}
        </span>
        <span className={styles.dates}>
          <StatusBadge status={late ? 'overdue' : activity.status} />
          {span ? (
            <span>
              <DateText value={span.from} />
              {span.to !== span.from && (
                <>
                  {' – '}
                  <DateText value={span.to} />
                </>
              )}
            </span>
          ) : (
            <span>{t('timeline.undated')}</span>
          )}
        </span>
        {waits && (
          <span className={styles.facts}>
            <IconHourglass aria-hidden size={14} /> {t('activity.waitsFor', { what: waits })}
          </span>
        )}
        {oddities.map(({ key, text }) => (
          <span key={key} className={tags.note} data-tone="attention">
            <IconClockExclamation aria-hidden size={16} />
            {text}
          </span>
        ))}
      </div>
      {scale && (
        <div className={styles.track} aria-hidden style={todayIn(scale)}>
          {span && (
            <span
              className={styles.bar}
              data-tone={late ? 'late' : statusTone(activity.status)}
              data-dropped={activity.status === 'dropped' || undefined}
              style={{
                insetInlineStart: `${placeOf(scale, span.from)}%`,
                inlineSize: `max(0.5rem, ${placeOf(scale, span.to) - placeOf(scale, span.from)}%)`,
              }}
            />
          )}
        </div>
      )}
    </li>
  );
});

/** The line of today, where today is on the scale. */
function todayIn(scale: Scale): CSSProperties {
  const now = placeOf(scale, today());
  return now < 0 || now > 100 ? {} : ({ '--today': `${now}%` } as CSSProperties);
}

import { Group, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/app/ui/links';
import { QueryView } from '@/app/ui/QueryView';
import { usePlanPage } from '@/plan/PlanContext';
import { Section } from '@/plan/view/Section';
import { BudgetDialog } from './BudgetDialog';
import { OverNotice } from './OverNotice';
import { type Funds, type StreamFunds, useFunds } from './queries';
import { StreamsTable } from './StreamsTable';
import { AmountsTable } from './Tables';
import { YearSelect } from './YearSelect';

const views = ['school', 'goal', 'strategy', 'line'] as const;
type View = (typeof views)[number];

interface YearFundsProps {
  year: string;
  onYear: (year: string) => void;
}

/** One year of the plan's money: the sources, and where it goes. */
export function YearFunds({ year, onYear }: YearFundsProps) {
  const { t } = useTranslation('fund');
  const { district, edit } = usePlanPage();
  const query = useFunds(district, year);
  const [view, setView] = useState<View>('school');
  const [editing, setEditing] = useState<StreamFunds | null>(null);
  return (
    <>
      <YearSelect year={year} years={query.data?.years ?? []} onChange={onYear} />
      <QueryView query={query}>
        {(funds) => (
          <>
            <OverNotice streams={funds.streams} year={funds.year} />
            <Section id="streams" title={t('streams.title', { year: funds.year })}>
              <StreamsTable funds={funds} onEdit={edit ? setEditing : null} />
            </Section>
            <Section id="where" title={t('where.title', { year: funds.year })}>
              <Group mb="sm">
                <SegmentedControl
                  aria-label={t('where.view')}
                  value={view}
                  onChange={(picked) => setView(picked as View)}
                  data={views.map((value) => ({ value, label: t(`where.${value}`) }))}
                />
              </Group>
              <Where funds={funds} view={view} />
            </Section>
            {editing && (
              <BudgetDialog
                key={`${editing.source_id} ${year}`}
                stream={
                  funds.streams.find(({ source_id }) => source_id === editing.source_id) ?? editing
                }
                year={year}
                onClose={() => setEditing(null)}
              />
            )}
          </>
        )}
      </QueryView>
    </>
  );
}

function Where({ funds, view }: { funds: Funds; view: View }) {
  const { t } = useTranslation('fund');
  const { district, schoolName } = usePlanPage();
  const named = (school: string | null) => (school ? schoolName(school) : t('wholeDistrict'));
  const strategies = new Map(funds.strategies.map((row) => [row.strategy_id, row.title]));
  const goals = new Map(funds.goals.map((row) => [row.goal_id, row.title]));
  const streams = new Map(funds.streams.map((row) => [row.source_id, row.name]));
  const rows = {
    school: () =>
      funds.schools.map((row) => ({
        ...row,
        key: row.school_id ?? '',
        name: named(row.school_id),
      })),
    goal: () => funds.goals.map((row) => ({ ...row, key: row.goal_id, name: row.title })),
    strategy: () =>
      funds.strategies.map((row) => ({
        ...row,
        key: row.strategy_id,
        name: (
          <>
            {row.title}
            <br />
            <small>{goals.get(row.goal_id)}</small>
          </>
        ),
      })),
    line: () =>
      funds.lines.map((row) => ({
        ...row,
        key: row.line_id,
        name: (
          <>
            <TextLink to="/d/$district/money/lines/$line" params={{ district, line: row.line_id }}>
              {t('where.lineName', {
                source: streams.get(row.source_id) ?? '',
                school: named(row.school_id),
              })}
            </TextLink>
            <br />
            <small>{[strategies.get(row.strategy_id), row.note].filter(Boolean).join(' · ')}</small>
          </>
        ),
      })),
  }[view]();
  return (
    <AmountsTable
      caption={t('where.table', { by: t(`where.${view}`), year: funds.year })}
      head={t(`where.head.${view}`)}
      rows={rows}
      none={t('where.none')}
    />
  );
}

import { Button, Card, Group, Text } from '@mantine/core';
import { IconCalendarStats, IconMap2, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { today, useFormat } from '@/app/ui/format';
import { ButtonLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { LEAD, useDistrict, useMay, useMySchools } from '@/identity/session';
import { usePlanPage } from './PlanContext';
import { PlanFrame } from './PlanFrame';
import classes from './plan.module.css';
import { type Plan, usePlan } from './queries';
import { activitiesOf, filtered, isFiltered, type PlanFilter } from './rules/filter';
import { progressOf } from './rules/progress';
import { Documents, EditHead } from './view/Documents';
import { FilterBar } from './view/FilterBar';
import { GoalList } from './view/GoalList';
import { MoneyGlance } from './view/MoneyGlance';
import { ProgressBar } from './view/ProgressBar';
import { SchoolPlans } from './view/SchoolPlans';
import { Section } from './view/Section';

const goalsHeading = 'goals';

/** The one plan: what it says, how far it is, and the way to everything in it. */
export function PlanPage() {
  const { id } = useDistrict();
  const query = usePlan(id);
  return (
    <QueryView query={query} page>
      {(plan) => (
        <PlanFrame plan={plan}>
          <Overview plan={plan} />
        </PlanFrame>
      )}
    </QueryView>
  );
}

function Overview({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plan');
  const { district, edit, ask } = usePlanPage();
  const mayEditHead = useMay({ district: LEAD });
  const filter: PlanFilter = useSearch({ strict: false });
  const goals = useMemo(() => filtered(plan.goals, filter), [plan.goals, filter]);
  const current = goals.filter(({ status }) => status !== 'archived');
  const archived = goals.filter(({ status }) => status === 'archived');
  const progress = progressOf(current.flatMap(activitiesOf), today());
  const addGoal = edit && (
    <Button leftSection={<IconPlus aria-hidden size={18} />} onClick={() => ask({ form: 'goal' })}>
      {t('goal.add')}
    </Button>
  );

  return (
    <>
      <PageHeader
        title={plan.title}
        lead={<Years plan={plan} />}
        actions={
          <>
            <ButtonLink
              variant="default"
              to="/d/$district/plan/timeline"
              params={{ district }}
              search={filter}
              leftSection={<IconCalendarStats aria-hidden size={18} />}
            >
              {t('timeline.title')}
            </ButtonLink>
            {mayEditHead && <EditHead onClick={() => ask({ form: 'plan' })} />}
            <Documents district={district} />
          </>
        }
      />
      {plan.summary && <Text className={classes.summary}>{plan.summary}</Text>}
      <MySchools />

      <Section id={goalsHeading} title={t('goals')} action={plan.goals.length > 0 && addGoal}>
        {plan.goals.length === 0 ? (
          <EmptyState icon={IconMap2} title={t('noGoals.title')} action={addGoal}>
            {t(edit ? 'noGoals.text' : 'noGoals.wait')}
          </EmptyState>
        ) : (
          <>
            <FilterBar goals={plan.goals} filter={filter} />
            <div className={classes.summaryLine} role="status">
              {isFiltered(filter) && (
                <Text fw={600}>
                  {t('filter.shown', { shown: goals.length, count: plan.goals.length })}
                </Text>
              )}
              <ProgressBar progress={progress} />
            </div>
            {goals.length === 0 && (
              <EmptyState icon={IconSearchOff} title={t('filter.noneTitle')}>
                {t('filter.none')}
              </EmptyState>
            )}
            <GoalList goals={current} all={plan.goals} filter={filter} headingId={goalsHeading} />
          </>
        )}
      </Section>
      {archived.length > 0 && (
        <Section id="archived" title={t('archived')}>
          <GoalList goals={archived} all={plan.goals} filter={filter} headingId={goalsHeading} />
        </Section>
      )}
      <MoneyGlance goals={goals} filtered={isFiltered(filter)} />
      <SchoolPlans />
    </>
  );
}

export function Years({ plan }: { plan: { starts_on: string; ends_on: string } }) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  return t('head.years', { from: format.date(plan.starts_on), to: format.date(plan.ends_on) });
}

/** For people of a school, the way to their own plan comes first. */
function MySchools() {
  const { t } = useTranslation('plan');
  const { district, schoolName } = usePlanPage();
  const mine = useMySchools();
  if (mine.length === 0) return null;
  return (
    <Card mt="lg" className={classes.screen}>
      <Group justify="space-between" gap="sm">
        <Text>{t('mine.text')}</Text>
        <Group gap="sm">
          {mine.map((school) => (
            <ButtonLink
              key={school}
              className={classes.wraps}
              to="/d/$district/plan/schools/$school"
              params={{ district, school }}
            >
              {t('mine.open', { school: schoolName(school) })}
            </ButtonLink>
          ))}
        </Group>
      </Group>
    </Card>
  );
}

import { Card, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconMap2 } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { today } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import { usePlanPage } from './PlanContext';
import { PlanFrame } from './PlanFrame';
import { Years } from './PlanPage';
import classes from './plan.module.css';
import { type PlanGoal, type SchoolPlan, useSchoolPlan } from './queries';
import { activitiesOf } from './rules/filter';
import { inOrder } from './rules/order';
import { progressOf } from './rules/progress';
import { hasTargets } from './rules/targets';
import { DistrictsNote } from './view/DistrictsNote';
import { Documents } from './view/Documents';
import { GoalFacts } from './view/Facts';
import { ProgressBar } from './view/ProgressBar';
import { SchoolMoney } from './view/SchoolMoney';
import { Section } from './view/Section';
import { TargetGlance } from './view/TargetGlance';

/** The one plan as one school sees it, with what only that school adds. */
export function SchoolPlanPage() {
  const { id } = useDistrict();
  const { school } = useParams({ from: '/d/$district/plan/schools/$school' });
  const query = useSchoolPlan(id, school);
  return (
    <QueryView query={query} page>
      {(plan) => (
        <PlanFrame plan={plan} school={school}>
          <Overview plan={plan} school={school} />
        </PlanFrame>
      )}
    </QueryView>
  );
}

function Overview({ plan, school }: { plan: SchoolPlan; school: string }) {
  const { t } = useTranslation('plan');
  const { district, schoolName } = usePlanPage();
  const navigate = useNavigate();
  const goals = inOrder(plan.goals).filter(({ status }) => status !== 'archived');
  return (
    <>
      <PageHeader
        above={
          <TextLink to="/d/$district/plan" params={{ district }}>
            {plan.title}
          </TextLink>
        }
        title={t('school.title', { school: schoolName(school) })}
        lead={<Years plan={plan} />}
        actions={
          <>
            <SchoolPicker
              className={classes.screen}
              aria-label={t('school.other')}
              value={school}
              onChange={(other) =>
                other &&
                other !== school &&
                void navigate({
                  to: '/d/$district/plan/schools/$school',
                  params: { district, school: other },
                })
              }
            />
            <Documents district={district} school={school} />
          </>
        }
      />
      <DistrictsNote>{t('school.note')}</DistrictsNote>
      <Section id="goals" title={t('school.goals')}>
        {goals.length === 0 ? (
          <EmptyState icon={IconMap2} title={t('school.noneTitle')}>
            {t('school.none')}
          </EmptyState>
        ) : (
          <ol className={classes.list}>
            {goals.map((goal, index) => (
              <li key={goal.id}>
                <SchoolGoalCard goal={goal} school={school} number={index + 1} />
              </li>
            ))}
          </ol>
        )}
      </Section>
      <SchoolMoney goals={goals} />
    </>
  );
}

/** More measures than this are told on the goal's own page. */
const fewMeasures = 4;

interface SchoolGoalCardProps {
  goal: PlanGoal;
  school: string;
  number: number;
}

function SchoolGoalCard({ goal, school, number }: SchoolGoalCardProps) {
  const { t } = useTranslation('plan');
  const { district, editSchool } = usePlanPage();
  const activities = activitiesOf(goal);
  const own = activities.filter(({ school_id }) => school_id === school);
  const set = goal.measures.filter(({ targets }) =>
    hasTargets(targets.find(({ school_id }) => school_id === school)),
  ).length;
  const missing = goal.measures.length - set;
  return (
    <Card component="article" className={classes.goal}>
      <span className={classes.number} aria-hidden>
        {number}
      </span>
      <div className={classes.words}>
        <Title order={3}>
          <TextLink
            inherit
            to="/d/$district/plan/schools/$school/goals/$goal"
            params={{ district, school, goal: goal.id }}
          >
            {goal.title}
          </TextLink>
        </Title>
        {goal.status !== 'active' && (
          <div>
            <StatusBadge status={goal.status} />
          </div>
        )}
        <GoalFacts goal={goal} where={false} />
        <dl className={classes.sides}>
          <div>
            <dt>{t('school.districtsActivities')}</dt>
            <dd>
              <ProgressBar
                progress={progressOf(
                  activities.filter(({ school_id }) => !school_id),
                  today(),
                )}
              />
            </dd>
          </div>
          <div>
            <dt>{t('school.ownActivities')}</dt>
            <dd>
              <ProgressBar progress={progressOf(own, today())} />
            </dd>
          </div>
        </dl>
        {goal.measures.length <= fewMeasures && <TargetGlance goal={goal} school={school} />}
        <Text>
          {t('school.targets', { set, count: goal.measures.length })}{' '}
          {missing > 0 && editSchool(school) && t('school.setThem')}
        </Text>
        <div className={classes.screen}>
          <TextLink to="/d/$district/plan/goals/$goal" params={{ district, goal: goal.id }}>
            {t('school.toDistrict')}
            <VisuallyHidden>: {goal.title}</VisuallyHidden>
          </TextLink>
        </div>
      </div>
    </Card>
  );
}

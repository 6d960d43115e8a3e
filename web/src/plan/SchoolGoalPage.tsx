import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotFound } from '@/app/NotFound';
import { today } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import { usePlanPage } from './PlanContext';
import { PlanFrame } from './PlanFrame';
import classes from './plan.module.css';
import { type PlanGoal, useSchoolPlan } from './queries';
import { activitiesOf } from './rules/filter';
import { progressOf } from './rules/progress';
import { Challenge } from './view/Challenge';
import { DistrictsNote } from './view/DistrictsNote';
import { GoalFacts } from './view/Facts';
import { Measures } from './view/Measures';
import { ProgressBar } from './view/ProgressBar';
import { Reasons } from './view/Reasons';
import { Strategies } from './view/Strategies';

/** One of the district's goals in one school: its targets and activities beside the district's. */
export function SchoolGoalPage() {
  const { id } = useDistrict();
  const { school, goal } = useParams({ from: '/d/$district/plan/schools/$school/goals/$goal' });
  const query = useSchoolPlan(id, school);
  return (
    <QueryView query={query} page>
      {(plan) => {
        const found = plan.goals.find((known) => known.id === goal);
        return (
          <PlanFrame plan={plan} school={school}>
            {found ? <GoalView goal={found} school={school} /> : <NotFound />}
          </PlanFrame>
        );
      }}
    </QueryView>
  );
}

function GoalView({ goal, school }: { goal: PlanGoal; school: string }) {
  const { t } = useTranslation('plan');
  const { district, schoolName } = usePlanPage();
  return (
    <>
      <PageHeader
        above={
          <TextLink to="/d/$district/plan/schools/$school" params={{ district, school }}>
            {t('school.title', { school: schoolName(school) })}
          </TextLink>
        }
        title={goal.title}
        badge={<StatusBadge status={goal.status} />}
        lead={goal.statement}
      />
      <DistrictsNote>
        {t('school.goalNote', { school: schoolName(school) })}{' '}
        <TextLink
          underline="always"
          to="/d/$district/plan/goals/$goal"
          params={{ district, goal: goal.id }}
        >
          {t('school.toDistrict')}
        </TextLink>
      </DistrictsNote>
      <Challenge goal={goal} />
      <div className={classes.summaryLine}>
        <GoalFacts goal={goal} where={false} />
      </div>
      <ProgressBar progress={progressOf(activitiesOf(goal), today())} />
      <Reasons goal={goal} />
      <Measures goal={goal} />
      <Strategies goal={goal} whole={goal} here={school} movable />
    </>
  );
}

import { Button, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
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
import { type Plan, type PlanGoal, usePlan } from './queries';
import { activitiesOf, filtered, isFiltered, type PlanFilter } from './rules/filter';
import { belowGoal } from './rules/find';
import { inOrder } from './rules/order';
import { progressOf } from './rules/progress';
import { useRemove } from './usePlanWrites';
import { Challenge } from './view/Challenge';
import { GoalFacts } from './view/Facts';
import { FilterBar } from './view/FilterBar';
import { Findings } from './view/Findings';
import { Measures } from './view/Measures';
import { ProgressBar } from './view/ProgressBar';
import { Reasons } from './view/Reasons';
import { RecordMenu } from './view/RecordMenu';
import { Strategies } from './view/Strategies';

/** One goal with everything below it. */
export function GoalPage() {
  const { id } = useDistrict();
  const { goal } = useParams({ from: '/d/$district/plan/goals/$goal' });
  const query = usePlan(id);
  return (
    <QueryView query={query} page>
      {(plan) => {
        const found = plan.goals.find((known) => known.id === goal);
        return (
          <PlanFrame plan={plan}>
            {found ? <GoalView key={goal} plan={plan} goal={found} /> : <NotFound />}
          </PlanFrame>
        );
      }}
    </QueryView>
  );
}

function GoalView({ plan, goal }: { plan: Plan; goal: PlanGoal }) {
  const { t } = useTranslation(['plan', 'app']);
  const { district, edit, ask } = usePlanPage();
  const navigate = useNavigate();
  const remove = useRemove();
  const filter: PlanFilter = useSearch({ strict: false });
  const shown = useMemo(() => filtered([goal], filter)[0], [goal, filter]);
  const { id, version, title, statement } = goal;

  return (
    <>
      <PageHeader
        above={
          <TextLink to="/d/$district/plan" params={{ district }} search={filter}>
            {plan.title}
          </TextLink>
        }
        title={title}
        badge={<StatusBadge status={goal.status} />}
        lead={statement}
        actions={
          <>
            {edit && (
              <Button
                variant="default"
                leftSection={<IconPencil aria-hidden size={18} />}
                onClick={() => ask({ form: 'goal', goal: id })}
              >
                {t('goal.edit')}
              </Button>
            )}
            <RecordMenu
              name={title}
              entity="goal"
              id={id}
              {...(edit && {
                remove: async () => {
                  if (
                    await remove({ kind: 'goal', id, version, name: title, along: belowGoal(goal) })
                  ) {
                    void navigate({ to: '/d/$district/plan', params: { district } });
                  }
                },
              })}
            />
          </>
        }
      />
      <Challenge goal={goal} />
      <GoalFacts goal={goal} />
      <div className={classes.summaryLine}>
        <ProgressBar progress={progressOf(activitiesOf(shown ?? goal), today())} />
      </div>
      <Findings goal={goal} />
      <FilterBar goals={plan.goals} filter={filter} />
      {shown ? (
        <>
          <Reasons goal={goal} only={filter.school} />
          <Measures goal={shown} only={filter.school} />
          <Strategies goal={shown} whole={goal} here={filter.school} movable={!filter.owner} />
        </>
      ) : (
        <Text mt="xl" role="status">
          {t(isFiltered(filter) ? 'filter.notHere' : 'filter.none')}
        </Text>
      )}
      <Pager plan={plan} goal={goal} filter={filter} />
    </>
  );
}

function Pager({ plan, goal, filter }: { plan: Plan; goal: PlanGoal; filter: PlanFilter }) {
  const { t } = useTranslation('plan');
  const { district } = usePlanPage();
  const order = inOrder(filtered(plan.goals, filter));
  const index = order.findIndex(({ id }) => id === goal.id);
  const to = (other: PlanGoal | undefined, label: 'goal.previous' | 'goal.next') =>
    other ? (
      <TextLink
        to="/d/$district/plan/goals/$goal"
        params={{ district, goal: other.id }}
        search={filter}
      >
        {t(label, { title: other.title })}
      </TextLink>
    ) : (
      <span />
    );
  return (
    <nav className={classes.pager} aria-label={t('goal.others')}>
      {to(index > 0 ? order[index - 1] : undefined, 'goal.previous')}
      {to(index >= 0 ? order[index + 1] : undefined, 'goal.next')}
    </nav>
  );
}

import { Card, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { today } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { usePlanPage } from '../PlanContext';
import classes from '../plan.module.css';
import type { PlanGoal } from '../queries';
import { activitiesOf, type PlanFilter } from '../rules/filter';
import { belowGoal } from '../rules/find';
import { inOrder } from '../rules/order';
import { progressOf } from '../rules/progress';
import { place, useMove, useRemove } from '../usePlanWrites';
import { GoalFacts } from './Facts';
import { FindingsBadge } from './Findings';
import { ProgressBar } from './ProgressBar';
import { RecordMenu } from './RecordMenu';
import { focusOn } from './Section';

interface GoalListProps {
  /** As the filter leaves them. */
  goals: PlanGoal[];
  /** All of the plan's, for the numbers and the order. */
  all: PlanGoal[];
  filter: PlanFilter;
  headingId: string;
}

/** The outline of the plan: each goal with how far it is. */
export function GoalList({ goals, all, filter, headingId }: GoalListProps) {
  const order = inOrder(all);
  const shown = new Map(goals.map((goal) => [goal.id, goal]));
  return (
    <ol className={classes.list}>
      {order.map((whole, index) => {
        const goal = shown.get(whole.id);
        return (
          goal && (
            <li key={goal.id}>
              <GoalCard
                goal={goal}
                whole={whole}
                order={order}
                index={index}
                filter={filter}
                headingId={headingId}
              />
            </li>
          )
        );
      })}
    </ol>
  );
}

interface GoalCardProps extends Pick<GoalListProps, 'filter' | 'headingId'> {
  goal: PlanGoal;
  whole: PlanGoal;
  order: PlanGoal[];
  index: number;
}

function GoalCard({ goal, whole, order, index, filter, headingId }: GoalCardProps) {
  const { t } = useTranslation('plan');
  const { district, edit, ask } = usePlanPage();
  const move = useMove(place.goal);
  const remove = useRemove();
  const { id, version, title } = goal;
  return (
    <Card component="article" className={classes.goal}>
      <span className={classes.number} aria-hidden>
        {index + 1}
      </span>
      <div className={classes.words}>
        <Title order={3}>
          <TextLink
            to="/d/$district/plan/goals/$goal"
            params={{ district, goal: id }}
            search={filter}
            inherit
          >
            {title}
          </TextLink>
        </Title>
        {goal.status !== 'active' && (
          <div>
            <StatusBadge status={goal.status} />
          </div>
        )}
        <FindingsBadge goal={goal} />
        <GoalFacts goal={goal} />
        <ProgressBar progress={progressOf(activitiesOf(goal), today())} />
        <Text c="dimmed">
          {t('goal.holds', {
            measures: t('counts.measures', { count: goal.measures.length }),
            strategies: t('counts.strategies', { count: goal.strategies.length }),
          })}
        </Text>
      </div>
      <div className={classes.screen}>
        <RecordMenu
          name={title}
          entity="goal"
          id={id}
          {...(edit && {
            edit: () => ask({ form: 'goal', goal: id }),
            move: {
              first: index === 0,
              last: index === order.length - 1,
              go: (by) => move.mutate({ siblings: order, id, by }),
            },
            remove: async () => {
              const along = belowGoal(whole);
              if (await remove({ kind: 'goal', id, version, name: title, along })) {
                focusOn(headingId);
              }
            },
          })}
        />
      </div>
    </Card>
  );
}

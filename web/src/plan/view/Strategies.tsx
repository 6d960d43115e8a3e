import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { IconBulb, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { today, useFormat } from '@/app/ui/format';
import { FromLibrary } from '@/strategy/FromLibrary';
import { usePlanPage } from '../PlanContext';
import classes from '../plan.module.css';
import type { PlanGoal, PlanStrategy } from '../queries';
import { belowStrategies } from '../rules/find';
import { inOrder } from '../rules/order';
import { progressOf } from '../rules/progress';
import { place, useMove, useRemove } from '../usePlanWrites';
import { Activities } from './Activities';
import { EvidenceTier } from './EvidenceTier';
import { FundingLines } from './FundingLines';
import { ProgressBar } from './ProgressBar';
import { ReadinessPanel } from './ReadinessPanel';
import { RecordMenu } from './RecordMenu';
import { focusOn, Section } from './Section';
import tags from './tags.module.css';

const headingId = 'strategies';

interface StrategiesProps {
  /** As the filter leaves it. */
  goal: PlanGoal;
  /** With everything in it. */
  whole: PlanGoal;
  here?: string | undefined;
  /** All siblings are in view, so that a place up or down means something. */
  movable: boolean;
}

export function Strategies({ goal, whole, here, movable }: StrategiesProps) {
  const { t } = useTranslation('plan');
  const { edit, ask } = usePlanPage();
  const order = inOrder(whole.strategies);
  const shown = new Map(goal.strategies.map((strategy) => [strategy.id, strategy]));
  const add = edit && (
    <Button
      variant="default"
      leftSection={<IconPlus aria-hidden size={18} />}
      onClick={() => ask({ form: 'strategy', goal: goal.id })}
    >
      {t('strategy.add')}
    </Button>
  );
  return (
    <Section id={headingId} title={t('strategies')} action={order.length > 0 && add}>
      {order.length === 0 ? (
        <EmptyState icon={IconBulb} title={t('noStrategies.title')} action={add}>
          {t('noStrategies.text')}
        </EmptyState>
      ) : (
        <Stack gap="lg">
          {order.map((all, index) => {
            const strategy = shown.get(all.id);
            return (
              strategy && (
                <StrategyCard
                  key={all.id}
                  strategy={strategy}
                  whole={all}
                  order={order}
                  index={index}
                  here={here}
                  movable={movable}
                />
              )
            );
          })}
        </Stack>
      )}
    </Section>
  );
}

interface StrategyCardProps extends Pick<StrategiesProps, 'here' | 'movable'> {
  strategy: PlanStrategy;
  whole: PlanStrategy;
  order: PlanStrategy[];
  index: number;
}

function StrategyCard(props: StrategyCardProps) {
  const { t } = useTranslation('plan');
  const { strategy, whole, order, index, here, movable } = props;
  const { district, edit, ownerName, ask } = usePlanPage();
  const move = useMove(place.strategy);
  const remove = useRemove();
  const { id, version, goal_id, title, description, evidence_tier, systems } = strategy;
  const owner = ownerName(strategy);
  const format = useFormat();
  return (
    <Card component="article" id={`strategy-${id}`}>
      <div className={classes.head}>
        <Title order={3}>{title}</Title>
        <div className={classes.screen}>
          <RecordMenu
            name={title}
            entity="strategy"
            id={id}
            {...(edit && {
              edit: () => ask({ form: 'strategy', goal: goal_id, strategy: id }),
              move: {
                first: index === 0,
                last: index === order.length - 1,
                go: (by) => move.mutate({ siblings: order, id, by }),
              },
              remove: async () => {
                const { activities, lines } = belowStrategies([whole]);
                const along = { activities, lines };
                if (await remove({ kind: 'strategy', id, version, name: title, along })) {
                  focusOn(headingId);
                }
              },
            })}
          />
        </div>
      </div>
      <Stack gap="md">
        {strategy.stopped_on && (
          <Text fw={600}>
            {t('strategy.stopped', { date: format.date(strategy.stopped_on) })}{' '}
            {strategy.stopped_why}
          </Text>
        )}
        {description && <Text className={classes.summary}>{description}</Text>}
        <ul className={tags.tags} aria-label={t('strategy.about')}>
          <li>
            <EvidenceTier tier={evidence_tier} />
          </li>
          {systems.map((system) => (
            <li key={system} className={tags.tag} data-tone="neutral">
              {t(`system.${system}`)}
            </li>
          ))}
        </ul>
        {strategy.library_id && <FromLibrary district={district} id={strategy.library_id} />}
        {owner && (
          <dl className={classes.facts}>
            <div>
              <dt>{t('ledBy')}</dt>
              <dd>{owner}</dd>
            </div>
          </dl>
        )}
        <ReadinessPanel strategy={strategy} />
        <ProgressBar progress={progressOf(strategy.activities, today())} />
        <Activities strategy={strategy} here={here} movable={movable} />
        <FundingLines strategy={strategy} />
      </Stack>
    </Card>
  );
}

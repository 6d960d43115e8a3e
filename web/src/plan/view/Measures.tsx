import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconRuler2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { type School, schoolsQuery } from '@/schools/queries';
import { usePlanPage } from '../PlanContext';
import classes from '../plan.module.css';
import type { PlanGoal, PlanMeasure } from '../queries';
import { appliesTo } from '../rules/filter';
import { inOrder } from '../rules/order';
import { place, useMove, useRemove } from '../usePlanWrites';
import { GroupTargets } from './GroupTargets';
import { RecordMenu } from './RecordMenu';
import { SchoolTargets } from './SchoolTargets';
import { focusOn, Section } from './Section';
import { type TargetRow, TargetTable } from './TargetTable';

const headingId = 'measures';

interface MeasuresProps {
  goal: PlanGoal;
  /** Only this school's targets beside the district's. */
  only?: string | undefined;
}

export function Measures({ goal, only }: MeasuresProps) {
  const { t } = useTranslation('plan');
  const { edit, ask } = usePlanPage();
  const order = inOrder(goal.measures);
  const add = edit && (
    <Button
      variant="default"
      leftSection={<IconPlus aria-hidden size={18} />}
      onClick={() => ask({ form: 'measure', goal: goal.id })}
    >
      {t('measure.add')}
    </Button>
  );
  return (
    <Section id={headingId} title={t('measures')} action={order.length > 0 && add}>
      {order.length === 0 ? (
        <EmptyState icon={IconRuler2} title={t('noMeasures.title')} action={add}>
          {t('noMeasures.text')}
        </EmptyState>
      ) : (
        <Stack gap="md">
          {order.map((measure, index) => (
            <MeasureCard
              key={measure.id}
              goal={goal}
              measure={measure}
              order={order}
              index={index}
              only={only}
            />
          ))}
        </Stack>
      )}
    </Section>
  );
}

interface MeasureCardProps extends MeasuresProps {
  measure: PlanMeasure;
  order: PlanMeasure[];
  index: number;
}

function MeasureCard({ goal, measure, order, index, only }: MeasureCardProps) {
  const { t } = useTranslation('plan');
  const { district, school: page, edit, schoolName, ask } = usePlanPage();
  const { data: schools = [] } = useQuery(schoolsQuery(district));
  const move = useMove(place.measure);
  const remove = useRemove();
  const { id, version, name, unit, direction, source, targets } = measure;
  const of = (school: string | null): TargetRow => ({
    school,
    target: targets.find(({ school_id }) => (school_id ?? null) === school),
  });
  const rows = schoolsOf(goal, schools).map((school) => of(school));
  const here = page ?? only;

  return (
    <Card component="article">
      <div className={classes.head}>
        <div>
          <Title order={3}>{name}</Title>
          <Text c="dimmed">
            {t(`measure.aim.${direction}`)}
            {unit && ` · ${t('measure.in', { unit })}`}
            {source && ` · ${t('measure.from', { source })}`}
          </Text>
        </div>
        <div className={classes.screen}>
          <RecordMenu
            name={name}
            entity="measure"
            id={id}
            {...(edit && {
              edit: () => ask({ form: 'measure', goal: goal.id, measure: id }),
              move: {
                first: index === 0,
                last: index === order.length - 1,
                go: (by) => move.mutate({ siblings: order, id, by }),
              },
              remove: async () => {
                const along = { targets: targets.length + measure.group_targets.length };
                if (await remove({ kind: 'measure', id, version, name, along })) {
                  focusOn(headingId);
                }
              },
            })}
          />
        </div>
      </div>
      <Stack gap="sm" mt="sm">
        <TargetTable
          measure={measure}
          rows={here ? [of(null), of(here)] : [of(null)]}
          linked={!page}
        />
        {!here && <SchoolTargets measure={measure} rows={rows} schoolName={schoolName} />}
        <GroupTargets measure={measure} here={here} />
      </Stack>
    </Card>
  );
}

function schoolsOf(goal: PlanGoal, schools: School[]): string[] {
  return schools
    .filter(({ id, status }) => status === 'open' && appliesTo(goal, id))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ id }) => id);
}

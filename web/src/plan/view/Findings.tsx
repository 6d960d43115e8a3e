import { Button, Card, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '@/app/ui/StatusBadge';
import { usePlanPage } from '../PlanContext';
import classes from '../plan.module.css';
import type { Finding, PlanGoal } from '../queries';

/** In the outline of the plan: whether something keeps a goal from being measured. */
export function FindingsBadge({ goal }: { goal: PlanGoal }) {
  const { t } = useTranslation('plan');
  if (goal.findings.length === 0 || goal.status === 'archived') return null;
  return (
    <div>
      <ToneBadge icon={IconAlertTriangle} tone="attention">
        {t('finding.count', { count: goal.findings.length })}
      </ToneBadge>
    </div>
  );
}

/** What keeps the goal from being measured, how to mend it, and the form to do so. */
export function Findings({ goal }: { goal: PlanGoal }) {
  const { t } = useTranslation('plan');
  if (goal.status === 'archived') return null;
  const sound = goal.findings.length === 0;
  return (
    <Card component="section" aria-labelledby="findings" mt="lg" className={classes.screen}>
      <div className={classes.findingsHead}>
        <Title order={2} size="h3" id="findings">
          {t('finding.title')}
        </Title>
        {sound ? (
          <ToneBadge icon={IconCircleCheck} tone="good">
            {t('finding.sound')}
          </ToneBadge>
        ) : (
          <ToneBadge icon={IconAlertTriangle} tone="attention">
            {t('finding.count', { count: goal.findings.length })}
          </ToneBadge>
        )}
      </div>
      <Text c="dimmed">{t(sound ? 'finding.soundText' : 'finding.lead')}</Text>
      {!sound && (
        <ul className={classes.findings}>
          {goal.findings.map((finding) => (
            <Row
              key={`${finding.kind} ${finding.measure_id ?? ''}`}
              finding={finding}
              goal={goal}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Where each is mended. */
const ofGoal = new Set(['no_statement', 'no_audience', 'no_end_date']);
const ofMeasure = new Set(['no_unit']);

function Row({ finding, goal }: { finding: Finding; goal: PlanGoal }) {
  const { t } = useTranslation('plan');
  const { edit, ask } = usePlanPage();
  const { kind, measure_id } = finding;
  const measure = goal.measures.find(({ id }) => id === measure_id);
  const mend = () => {
    if (ofGoal.has(kind)) ask({ form: 'goal', goal: goal.id });
    else if (!measure) ask({ form: 'measure', goal: goal.id });
    else if (ofMeasure.has(kind)) ask({ form: 'measure', goal: goal.id, measure: measure.id });
    else ask({ form: 'targets', measure: measure.id, school: null });
  };
  const what = t(`finding.${kind}.what`);
  return (
    <li>
      <div>
        <Text fw={600}>
          {measure ? t('finding.ofMeasure', { measure: measure.name, what }) : what}
        </Text>
        <Text>{t(`finding.${kind}.mend`)}</Text>
      </div>
      {edit && (
        <Button
          variant="default"
          size="sm"
          aria-label={t('finding.mendOf', { what: measure ? `${measure.name}: ${what}` : what })}
          onClick={mend}
        >
          {t('finding.mend')}
        </Button>
      )}
    </li>
  );
}

import { Button, Card, Stack, Text, Title } from '@mantine/core';
import {
  IconArrowMerge,
  IconCircleCheck,
  IconCircleX,
  IconHelpCircle,
  IconPlus,
  IconStack2,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { EmptyState } from '@/app/ui/EmptyState';
import { Facts, Typed } from '@/app/ui/Facts';
import { ChoiceFilter, Filters } from '@/app/ui/Filters';
import { useFormat } from '@/app/ui/format';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { ToneBadge } from '@/app/ui/StatusBadge';
import { EDIT, may, SCHOOL, useDistrict } from '@/identity/session';
import { usePlanPage } from '@/plan/PlanContext';
import { PlanFrame } from '@/plan/PlanFrame';
import plan from '@/plan/plan.module.css';
import { usePlan } from '@/plan/queries';
import { RecordMenu } from '@/plan/view/RecordMenu';
import { InitiativeDialog, newInitiative } from './InitiativeDialog';
import { type Initiative, useInitiatives } from './queries';
import { useRemoveInitiative } from './removing';
import classes from './strategy.module.css';

const decided = {
  undecided: [IconHelpCircle, 'attention'],
  keep: [IconCircleCheck, 'good'],
  fold_in: [IconArrowMerge, 'progress'],
  stop: [IconCircleX, 'neutral'],
} as const;

const decisions = ['undecided', 'keep', 'fold_in', 'stop'] as const;

/** What is already going on, and what becomes of it: so that nothing new is piled on top. */
export function InitiativesPage() {
  const { id } = useDistrict();
  const query = usePlan(id);
  return (
    <QueryView query={query} page>
      {(whole) => (
        <PlanFrame plan={whole}>
          <Inventory />
        </PlanFrame>
      )}
    </QueryView>
  );
}

/** The district team reports for everybody, people of a school for their own. */
function usePlaces(): { district: boolean; schools: 'all' | string[] } {
  const { grants } = useDistrict();
  if (may(grants, { district: EDIT })) return { district: true, schools: 'all' };
  const schools = grants.flatMap(({ role, school_id }) =>
    SCHOOL.includes(role) && school_id ? [school_id] : [],
  );
  return { district: false, schools: [...new Set(schools)] };
}

function Inventory() {
  const { t } = useTranslation('strategy');
  const { district } = usePlanPage();
  const places = usePlaces();
  const query = useInitiatives(district);
  const [editing, setEditing] = useState<{ what: Initiative | null; nth: number } | null>(null);
  const [only, setOnly] = useState<Initiative['decision']>();
  const open = (what: Initiative | null) =>
    setEditing((last) => ({ what, nth: (last?.nth ?? 0) + 1 }));
  const mayAdd = places.district || places.schools.length > 0;
  const add = mayAdd && (
    <Button leftSection={<IconPlus aria-hidden size={18} />} onClick={() => open(null)}>
      {t('initiative.add')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('initiatives')} lead={t('initiativesLead')} actions={add} />
      <QueryView query={query}>
        {(all) => {
          if (all.length === 0) {
            return (
              <EmptyState icon={IconStack2} title={t('emptyInventory.title')} action={add}>
                {t('emptyInventory.text')}
              </EmptyState>
            );
          }
          const found = all.filter(({ decision }) => !only || decision === only);
          return (
            <>
              <Filters label={t('initiative.filter')}>
                <ChoiceFilter
                  label={t('initiative.filter')}
                  anyone={t('initiative.any')}
                  choices={decisions.map((value) => ({ value, label: t(`decision.${value}`) }))}
                  value={only}
                  onChange={setOnly}
                />
              </Filters>
              <Text role="status" mb="sm" c="dimmed">
                {t('initiative.found', { count: found.length })}
              </Text>
              <ul className={plan.list}>
                {found.map((one) => (
                  <Row key={one.id} initiative={one} open={() => open(one)} />
                ))}
              </ul>
            </>
          );
        }}
      </QueryView>
      {editing && (
        <InitiativeDialog
          key={editing.nth}
          initiative={
            query.data?.find(({ id }) => id === editing.what?.id) ?? editing.what ?? newInitiative
          }
          places={places}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function Row({ initiative, open }: { initiative: Initiative; open: () => void }) {
  const { t } = useTranslation(['strategy', 'app']);
  const { plan: whole, edit, editSchool, schoolName, ownerName } = usePlanPage();
  const format = useFormat();
  const remove = useRemoveInitiative();
  const { id, title, description, school_id, schools, since, decision, reason } = initiative;
  const [icon, tone] = decided[decision];
  const mine = school_id ? editSchool(school_id) : edit;
  const strategy = whole.goals
    .flatMap(({ strategies }) => strategies)
    .find((one) => one.id === initiative.strategy_id);
  const where = school_id
    ? schoolName(school_id)
    : schools.length > 0
      ? format.list(schools.map(schoolName))
      : t('initiative.wholeDistrict');
  const owner = ownerName(initiative);
  return (
    <li>
      <Card component="article">
        <div className={plan.head}>
          <Title order={2} size="h3">
            {title}
          </Title>
          <RecordMenu
            name={title}
            entity="initiative"
            id={id}
            {...(mine && { edit: open, remove: () => void remove(initiative) })}
          />
        </div>
        <Stack gap="sm">
          {description && <Typed brief>{description}</Typed>}
          <Facts
            facts={[
              [t('initiative.fields.schools'), where],
              [t('initiative.fields.since'), since && <DateText value={since} />],
              [t('initiative.fields.owner'), owner],
              [t('initiative.fields.cost_note'), initiative.cost_note],
              [
                t('initiative.fields.effect'),
                [t(`effect.${initiative.effect}`), initiative.effect_note]
                  .filter(Boolean)
                  .join(': '),
              ],
            ]}
          />
          <div className={classes.decision}>
            <ToneBadge icon={icon} tone={tone}>
              {t(`decision.${decision}`)}
            </ToneBadge>
            {strategy && <Text>{t('initiative.into', { strategy: strategy.title })}</Text>}
            {reason && <Text>{reason}</Text>}
          </div>
        </Stack>
      </Card>
    </li>
  );
}

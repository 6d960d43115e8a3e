import { Button, Checkbox, Collapse, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { schoolsQuery } from '@/schools/queries';
import { usePlanPage } from '../PlanContext';
import classes from '../plan.module.css';
import type { PlanGoal } from '../queries';
import { appliesTo } from '../rules/filter';
import { Section } from './Section';
import tables from './tables.module.css';

const manySchools = 8;

/** Why the goal applies to each building: on the goal's page of all, on a school's of that one. */
export function Reasons({ goal, only }: { goal: PlanGoal; only?: string | undefined }) {
  const { t } = useTranslation('plan');
  const { district, school: page, schoolName } = usePlanPage();
  const { data: schools = [] } = useQuery(schoolsQuery(district));
  const [open, { toggle }] = useDisclosure(false);
  const [find, setFind] = useState('');
  const [missing, setMissing] = useState(false);
  const here = page ?? only;
  if (here) {
    return (
      <Section
        id="reasons"
        title={t('reason.here', { school: schoolName(here) })}
        action={<Edit goal={goal} school={here} />}
      >
        <Words goal={goal} school={here} />
      </Section>
    );
  }
  const all = schools
    .filter(({ id, status }) => status === 'open' && appliesTo(goal, id))
    .sort((a, b) => a.name.localeCompare(b.name));
  const said = (school: string) =>
    goal.reasons.some(({ school_id, reason }) => school_id === school && reason !== '');
  const count = all.filter(({ id }) => said(id)).length;
  const wanted = find.trim().toLocaleLowerCase();
  const found = all.filter(
    ({ id, name }) => name.toLocaleLowerCase().includes(wanted) && !(missing && said(id)),
  );
  const Chevron = open ? IconChevronUp : IconChevronDown;
  if (all.length === 0) return null;
  return (
    <Section id="reasons" title={t('reason.section')}>
      <Button
        variant="subtle"
        px="xs"
        aria-expanded={open}
        rightSection={<Chevron aria-hidden size={18} />}
        onClick={toggle}
      >
        {t('reason.said', { said: count, count: all.length })}
      </Button>
      <Collapse expanded={open}>
        {open && (
          <>
            {all.length > manySchools && (
              <div className={tables.tools}>
                <TextInput
                  label={t('target.find')}
                  value={find}
                  onChange={(event) => setFind(event.currentTarget.value)}
                />
                <Checkbox
                  label={t('reason.missing')}
                  checked={missing}
                  onChange={(event) => setMissing(event.currentTarget.checked)}
                  pb="xs"
                />
                <Text role="status" c="dimmed" pb="xs">
                  {t('target.found', { count: found.length })}
                </Text>
              </div>
            )}
            <ul className={classes.reasons}>
              {found.map(({ id, name }) => (
                <li key={id}>
                  <div className={classes.reasonHead}>
                    <Text fw={600}>{name}</Text>
                    <Edit goal={goal} school={id} />
                  </div>
                  <Words goal={goal} school={id} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Collapse>
    </Section>
  );
}

function Words({ goal, school }: { goal: PlanGoal; school: string }) {
  const { t } = useTranslation('plan');
  const own = goal.reasons.find(({ school_id }) => school_id === school);
  return own?.reason ? (
    <Text className={classes.summary}>{own.reason}</Text>
  ) : (
    <Text c="dimmed">{t('reason.none')}</Text>
  );
}

function Edit({ goal, school }: { goal: PlanGoal; school: string }) {
  const { t } = useTranslation('plan');
  const { editSchool, schoolName, ask } = usePlanPage();
  if (!editSchool(school)) return null;
  return (
    <Button
      variant="subtle"
      size="sm"
      className={classes.screen}
      leftSection={<IconPencil aria-hidden size={16} />}
      aria-label={t('reason.editOf', { school: schoolName(school) })}
      onClick={() => ask({ form: 'reason', goal: goal.id, school })}
    >
      {t('reason.edit')}
    </Button>
  );
}

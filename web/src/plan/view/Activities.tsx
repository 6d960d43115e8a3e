import { Button, Collapse, Group, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/app/ui/links';
import { usePlanPage } from '../PlanContext';
import classes from '../plan.module.css';
import type { Activity, PlanStrategy } from '../queries';
import { apart, type SchoolActivities } from '../rules/bySchool';
import { ActivityRow } from './ActivityRow';
import rows from './ActivityRow.module.css';

/** More than this, and the schools' activities open when asked for. */
const fewActivities = 8;

interface ActivitiesProps {
  strategy: PlanStrategy;
  /** A school whose own activities come into view with the district's. */
  here?: string | undefined;
  /** All siblings are in view, so that a place up or down means something. */
  movable: boolean;
}

/** The district's activities, and beside them what the schools add. */
export function Activities({ strategy, here, movable }: ActivitiesProps) {
  const { t } = useTranslation('plan');
  const { edit, editSchool, schoolName } = usePlanPage();
  const { activities } = strategy;
  const { district, schools } = useMemo(
    () => apart(activities, schoolName),
    [activities, schoolName],
  );
  const own = here ? schools.find(({ school }) => school === here) : undefined;
  return (
    <>
      <List
        id={`district-${strategy.id}`}
        title={t('activity.districts')}
        activities={district}
        edit={edit}
        movable={movable}
        add={edit ? { strategy: strategy.id, school: null } : null}
      />
      {here ? (
        <List
          id={`school-${strategy.id}`}
          title={t('activity.schoolsOwn', { school: schoolName(here) })}
          activities={own?.activities ?? []}
          edit={editSchool(here)}
          movable={movable}
          add={editSchool(here) ? { strategy: strategy.id, school: here } : null}
        />
      ) : (
        <InSchools strategy={strategy} schools={schools} movable={movable} />
      )}
    </>
  );
}

interface ListProps extends Pick<ActivitiesProps, 'movable'> {
  id: string;
  title: string;
  activities: Activity[];
  edit: boolean;
  add: { strategy: string; school: string | null } | null;
}

function List({ id, title, activities, edit, movable, add }: ListProps) {
  const { t } = useTranslation('plan');
  const { ask } = usePlanPage();
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Title order={4} id={id} tabIndex={-1} className={classes.heading}>
          {title}
        </Title>
        {add && (
          <Button
            variant="subtle"
            className={classes.screen}
            leftSection={<IconPlus aria-hidden size={18} />}
            onClick={() => ask({ form: 'activity', ...add })}
          >
            {t('activity.add')}
          </Button>
        )}
      </Group>
      {activities.length === 0 ? (
        <Text c="dimmed">{t(add ? 'activity.noneYet' : 'activity.none')}</Text>
      ) : (
        <Rows activities={activities} edit={edit} movable={movable} headingId={id} />
      )}
    </div>
  );
}

interface RowsProps extends Pick<ActivitiesProps, 'movable'> {
  activities: Activity[];
  edit: boolean;
  headingId: string;
}

function Rows({ activities, edit, movable, headingId }: RowsProps) {
  return (
    <ul className={rows.list}>
      {activities.map((activity, index) => (
        <ActivityRow
          key={activity.id}
          activity={activity}
          siblings={activities}
          index={index}
          edit={edit}
          movable={movable}
          headingId={headingId}
        />
      ))}
    </ul>
  );
}

interface InSchoolsProps extends Pick<ActivitiesProps, 'movable'> {
  strategy: PlanStrategy;
  schools: SchoolActivities[];
}

function InSchools({ strategy, schools, movable }: InSchoolsProps) {
  const { t } = useTranslation('plan');
  const { district, editSchool, schoolName } = usePlanPage();
  const count = schools.reduce((sum, { activities }) => sum + activities.length, 0);
  const [open, { toggle }] = useDisclosure(count <= fewActivities);
  const Chevron = open ? IconChevronUp : IconChevronDown;
  const id = `schools-${strategy.id}`;
  if (count === 0) return null;
  return (
    <div>
      <Title order={4} id={id} tabIndex={-1} className={classes.heading}>
        {t('activity.inSchools')}
      </Title>
      <Button
        variant="subtle"
        px="xs"
        aria-expanded={open}
        rightSection={<Chevron aria-hidden size={18} />}
        onClick={toggle}
      >
        {t('activity.inSchoolsCount', {
          activities: t('counts.activities', { count }),
          schools: t('counts.schools', { count: schools.length }),
        })}
      </Button>
      <Collapse expanded={open}>
        {open &&
          schools.map(({ school, activities }) => (
            <div key={school} className={rows.school}>
              <Title order={5}>
                <TextLink
                  inherit
                  to="/d/$district/plan/schools/$school"
                  params={{ district, school }}
                >
                  {schoolName(school)}
                </TextLink>
              </Title>
              <Rows
                activities={activities}
                edit={editSchool(school)}
                movable={movable}
                headingId={id}
              />
            </div>
          ))}
      </Collapse>
    </div>
  );
}

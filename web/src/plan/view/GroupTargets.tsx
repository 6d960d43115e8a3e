import { Button, Collapse, Select, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/app/ui/links';
import { usePlanPage } from '../PlanContext';
import classes from '../plan.module.css';
import type { GroupTarget, PlanMeasure, StudentGroup } from '../queries';
import { type TargetRow, TargetTable } from './TargetTable';

interface GroupTargetsProps {
  measure: PlanMeasure;
  /** Only this school's beside the district's. */
  here?: string | undefined;
}

/** The same targets, for one student group at a time; offered where the groups are known. */
export function GroupTargets({ measure, here }: GroupTargetsProps) {
  const { t } = useTranslation('plan');
  const { district, plan, edit, editSchool, schoolName, ask } = usePlanPage();
  const [open, { toggle }] = useDisclosure(false);
  const groups = new Map(plan.student_groups.map((group) => [group.id, group]));
  const row = (target: GroupTarget, group: StudentGroup): TargetRow => ({
    school: target.school_id,
    target,
    group,
  });
  const rows = measure.group_targets
    .flatMap((target) => {
      const group = groups.get(target.group_id);
      return group ? [{ ...row(target, group), group }] : [];
    })
    .sort(
      (a, b) =>
        a.group.position - b.group.position ||
        a.group.id.localeCompare(b.group.id) ||
        (a.school ? schoolName(a.school) : '').localeCompare(b.school ? schoolName(b.school) : ''),
    );
  const first = rows.filter(({ school }) => !school || school === here);
  const inSchools = here ? [] : rows.filter(({ school }) => school);

  const school = here && editSchool(here) && !edit ? here : null;
  const mayAdd = school ? true : edit;
  const taken = new Set(rows.filter((one) => one.school === school).map(({ group }) => group.id));
  const free = plan.student_groups.filter(({ id, active }) => active && !taken.has(id));
  const Chevron = open ? IconChevronUp : IconChevronDown;
  if (rows.length === 0 && !(mayAdd && free.length > 0)) return null;
  return (
    <Stack gap="sm">
      <Title order={4}>{t('target.groups')}</Title>
      {first.length > 0 && (
        <TargetTable
          measure={measure}
          rows={first}
          linked={false}
          caption={t('target.groupsCaption', { measure: measure.name })}
        />
      )}
      {inSchools.length > 0 && (
        <div>
          <Button
            variant="subtle"
            px="xs"
            className={classes.wraps}
            aria-expanded={open}
            rightSection={<Chevron aria-hidden size={18} />}
            onClick={toggle}
          >
            {t('target.groupsInSchools', { count: inSchools.length })}
          </Button>
          <Collapse expanded={open}>
            {open && (
              <TargetTable
                measure={measure}
                rows={inSchools}
                linked={false}
                caption={t('target.groupsSchoolsCaption', { measure: measure.name })}
              />
            )}
          </Collapse>
        </div>
      )}
      {mayAdd && free.length > 0 && (
        <Select
          className={classes.screen}
          label={t(school ? 'target.addGroupHere' : 'target.addGroup')}
          placeholder={t('target.chooseGroup')}
          maw="22rem"
          searchable
          data={free.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          onChange={(group) =>
            group && ask({ form: 'targets', measure: measure.id, school, group })
          }
        />
      )}
      {edit && (
        <TextLink
          to="/d/$district/plan/groups"
          params={{ district }}
          className={classes.screen}
          size="sm"
        >
          {t('group.open')}
        </TextLink>
      )}
    </Stack>
  );
}

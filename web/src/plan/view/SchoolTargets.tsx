import { Button, Checkbox, Collapse, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import plan from '../plan.module.css';
import type { PlanMeasure } from '../queries';
import { hasTargets } from '../rules/targets';
import { type TargetRow, TargetTable } from './TargetTable';
import tables from './tables.module.css';

const manySchools = 8;

interface SchoolTargetsProps {
  measure: PlanMeasure;
  rows: TargetRow[];
  schoolName: (school: string | null) => string;
}

/** The schools' targets in support of the district's: opened when asked for, then searchable. */
export function SchoolTargets({ measure, rows, schoolName }: SchoolTargetsProps) {
  const { t } = useTranslation('plan');
  const [open, { toggle }] = useDisclosure(false);
  const [find, setFind] = useState('');
  const [missing, setMissing] = useState(false);
  const set = rows.filter(({ target }) => hasTargets(target)).length;
  const wanted = find.trim().toLocaleLowerCase();
  const found = rows.filter(
    ({ school, target }) =>
      schoolName(school).toLocaleLowerCase().includes(wanted) && !(missing && hasTargets(target)),
  );
  const Chevron = open ? IconChevronUp : IconChevronDown;
  if (rows.length === 0) return null;
  return (
    <div>
      <Button
        variant="subtle"
        px="xs"
        className={plan.wraps}
        aria-expanded={open}
        rightSection={<Chevron aria-hidden size={18} />}
        onClick={toggle}
      >
        {t('target.schools', { set, count: rows.length })}
      </Button>
      <Collapse expanded={open}>
        {open && (
          <>
            {rows.length > manySchools && (
              <div className={tables.tools}>
                <TextInput
                  label={t('target.find')}
                  value={find}
                  onChange={(event) => setFind(event.currentTarget.value)}
                />
                <Checkbox
                  label={t('target.missing')}
                  checked={missing}
                  onChange={(event) => setMissing(event.currentTarget.checked)}
                  pb="xs"
                />
                <Text role="status" c="dimmed" pb="xs">
                  {t('target.found', { count: found.length })}
                </Text>
              </div>
            )}
            {found.length > 0 && <TargetTable measure={measure} rows={found} linked />}
          </>
        )}
      </Collapse>
    </div>
  );
}

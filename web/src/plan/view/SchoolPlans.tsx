import { Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/app/ui/links';
import { schoolsQuery } from '@/schools/queries';
import { usePlanPage } from '../PlanContext';
import classes from '../plan.module.css';
import { Section } from './Section';

const manySchools = 12;

/** The way to every school's plan. */
export function SchoolPlans() {
  const { t } = useTranslation('plan');
  const { district } = usePlanPage();
  const { data = [] } = useQuery(schoolsQuery(district));
  const [find, setFind] = useState('');
  const open = data.filter(({ status }) => status === 'open');
  const wanted = find.trim().toLocaleLowerCase();
  const found = open.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  if (open.length === 0) return null;
  return (
    <Section id="school-plans" title={t('schoolPlans.title')}>
      <Text mb="md" maw="46rem">
        {t('schoolPlans.text')}
      </Text>
      {open.length > manySchools && (
        <TextInput
          className={classes.screen}
          label={t('schoolPlans.find')}
          leftSection={<IconSearch aria-hidden size={18} />}
          maw="22rem"
          mb="md"
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
      )}
      <ul className={classes.schools}>
        {found.map(({ id, name }) => (
          <li key={id}>
            <TextLink to="/d/$district/plan/schools/$school" params={{ district, school: id }}>
              {name}
            </TextLink>
          </li>
        ))}
      </ul>
      {found.length === 0 && <Text role="status">{t('schoolPlans.none')}</Text>}
    </Section>
  );
}

import { Card, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/app/ui/PageHeader';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import { useDistrict, useMySchools } from '@/identity/session';
import { documentsOf, usePlan } from '@/plan/queries';
import { useSchools } from '@/schools/queries';
import { Files } from './Files';
import { PublicPageCard } from './PublicPageCard';
import { boardFiles, goalFiles, monitoringFiles, tableFiles } from './queries';

/** Everything that can be printed, handed out or worked on elsewhere. */
export function DocumentsPage() {
  const { t } = useTranslation('report');
  const { id: district } = useDistrict();
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Item title={t('board.title')} text={t('board.text')}>
            <Files what={t('board.title')} files={boardFiles(district)} />
          </Item>
          <Item title={t('plan.title')} text={t('plan.text')}>
            <Files what={t('plan.title')} files={documentsOf(district)} />
          </Item>
          <OneSchool />
          <OneGoal />
          <Monitoring />
          <Item title={t('tables.title')} text={t('tables.text')}>
            <Files what={t('tables.title')} files={tableFiles(district)} />
          </Item>
          <PublicPageCard />
        </SimpleGrid>
      </Stack>
    </>
  );
}

export function Item({
  title,
  text,
  children,
}: {
  title: string;
  text: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id}>
      <Stack gap="sm">
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        <Text c="dimmed">{text}</Text>
        {children}
      </Stack>
    </Card>
  );
}

function OneSchool() {
  const { t } = useTranslation('report');
  const { id: district } = useDistrict();
  const [mine] = useMySchools();
  const { data: schools = [] } = useSchools(district);
  const [picked, setPicked] = useState<string | null>(null);
  const open = schools.filter(({ status }) => status === 'open');
  const school = picked ?? mine ?? open[0]?.id ?? null;
  const name = schools.find(({ id }) => id === school)?.name ?? '';
  return (
    <Item title={t('school.title')} text={t('school.text')}>
      {school ? (
        <>
          <SchoolPicker label={t('school.pick')} value={school} onChange={setPicked} />
          <Files what={name} files={documentsOf(district, school)} />
        </>
      ) : (
        <Text>{t('school.none')}</Text>
      )}
    </Item>
  );
}

function Monitoring() {
  const { t } = useTranslation('report');
  const { id: district } = useDistrict();
  const { data: schools = [] } = useSchools(district);
  const [school, setSchool] = useState<string | null>(null);
  const name = schools.find(({ id }) => id === school)?.name;
  const title = t('monitoring.title');
  return (
    <Item title={title} text={t('monitoring.text')}>
      <SchoolPicker
        label={t('monitoring.whose')}
        none={t('monitoring.district')}
        allowDeselect={false}
        value={school}
        onChange={setSchool}
      />
      <Files what={name ? `${title}, ${name}` : title} files={monitoringFiles(district, school)} />
    </Item>
  );
}

function OneGoal() {
  const { t } = useTranslation('report');
  const { id: district } = useDistrict();
  const { data: plan } = usePlan(district);
  const [picked, setPicked] = useState<string | null>(null);
  const goals = plan?.goals ?? [];
  const goal = goals.find(({ id }) => id === picked) ?? goals[0];
  return (
    <Item title={t('goal.title')} text={t('goal.text')}>
      {goal ? (
        <>
          <Select
            label={t('goal.pick')}
            searchable
            allowDeselect={false}
            data={goals.map(({ id, title }) => ({ value: id, label: title }))}
            value={goal.id}
            onChange={setPicked}
          />
          <Files what={goal.title} files={goalFiles(district, goal.id)} />
        </>
      ) : (
        <Text>{t('goal.none')}</Text>
      )}
    </Item>
  );
}

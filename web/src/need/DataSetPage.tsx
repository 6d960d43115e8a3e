import { Alert, Button, Card, Group, NativeSelect, Skeleton, Table, Text } from '@mantine/core';
import { IconChartHistogram, IconDownload, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch } from '@/api/client';
import { EditAndRemove, useRemoval } from '@/app/ui/EditAndRemove';
import { EmptyState } from '@/app/ui/EmptyState';
import { useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { ToneBadge } from '@/app/ui/StatusBadge';
import { TableRegion } from '@/app/ui/TableRegion';
import { useDistrict } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { Topics } from './badges';
import { DataSetDialog } from './DataSetDialog';
import classes from './need.module.css';
import { type DataSetDetail, dataSetQuery, needsQuery, staleNeeds } from './queries';
import { useMayEdit } from './rights';
import { categoriesOf, chartOf, daysOf, placeOf } from './rules/values';
import { Section } from './Section';
import { ValuesEditor } from './ValuesEditor';

const DataChart = lazy(() => import('./DataChart'));

/** One data set: looked at first, then read, then told. */
export function DataSetPage() {
  const { id: district } = useDistrict();
  const { set } = useParams({ from: '/d/$district/needs/data/$set' });
  useLive(district, 'needs');
  const query = useQuery(dataSetQuery(district, set));
  return (
    <QueryView query={query} page>
      {(found) => <Page set={found} key={found.id} />}
    </QueryView>
  );
}

function Page({ set }: { set: DataSetDetail }) {
  const { t } = useTranslation(['need', 'app']);
  const { id: district } = useDistrict();
  const scope = set.school_id ?? null;
  const edit = useMayEdit(scope);
  const navigate = useNavigate();
  const [dialog, setDialog] = useState(false);
  const [entering, setEntering] = useState(false);
  const above = { params: { district }, search: { of: scope ?? 'district' } };
  const removal = useRemoval({
    title: t('removeData.title'),
    text: t('removeData.text', { title: set.title }),
    send: () =>
      api.DELETE('/districts/{district}/data-sets/{data_set}', {
        params: { path: { district, data_set: set.id }, header: ifMatch(set.version) },
      }),
    stale: staleNeeds(district),
    said: t('removed'),
    done: () => void navigate({ to: '/d/$district/needs', ...above }),
  });
  return (
    <>
      <PageHeader
        above={
          <TextLink to="/d/$district/needs" {...above}>
            {t('title')}
          </TextLink>
        }
        title={set.title}
        lead={set.source ? t('source', { source: set.source }) : t('noSource')}
        actions={edit && <EditAndRemove edit={() => setDialog(true)} removal={removal} />}
      />
      <Topics subject={set.subject} components={set.components} />
      <Values set={set} edit={edit} enter={() => setEntering(true)} />
      {entering && <ValuesEditor set={set} close={() => setEntering(false)} />}
      <Section id="story" title={t('story.title')}>
        {set.story ? (
          <Text className={classes.words} maw="46rem">
            {set.story}
          </Text>
        ) : (
          <Text c="dimmed">{t('story.none')}</Text>
        )}
      </Section>
      <UsedBy set={set} />
      <TextLink
        to="/d/$district/history"
        params={{ district }}
        search={{ entity: 'data_values', entity_id: set.id }}
      >
        {t('history')}
      </TextLink>
      {dialog && <DataSetDialog record={set} close={() => setDialog(false)} />}
    </>
  );
}

interface ValuesProps {
  set: DataSetDetail;
  edit: boolean;
  enter: () => void;
}

function Values({ set, edit, enter }: ValuesProps) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const format = useFormat();
  const divided = categoriesOf(set.values).filter(Boolean);
  const [picked, setPicked] = useState<string | null>(null);
  const category = picked ?? divided[0] ?? '';
  const chart = chartOf(set.values, category);
  const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
  const nameOf = (text: string) => (isDay(text) ? format.date(text) : text);
  const withheld = set.values.filter(({ suppressed }) => suppressed).length;
  const enterButton = edit && (
    <Button onClick={enter}>{t(set.value_count ? 'values.change' : 'values.edit')}</Button>
  );
  if (set.values.length === 0) {
    return (
      <EmptyState icon={IconChartHistogram} title={t('values.empty')} action={enterButton}>
        {t('noData.text')}
      </EmptyState>
    );
  }
  return (
    <Section
      id="values"
      title={t('values.title')}
      action={
        <Group gap="sm">
          {enterButton}
          <Button
            component="a"
            href={`/api/v1/districts/${district}/data-sets/${set.id}/values.csv`}
            variant="default"
            leftSection={<IconDownload aria-hidden size={20} />}
          >
            {t('values.csv')}
          </Button>
        </Group>
      }
    >
      {divided.length > 1 && (
        <NativeSelect
          size="md"
          mb="sm"
          maw="20rem"
          label={t('values.showing')}
          value={category}
          onChange={({ currentTarget: { value } }) => setPicked(value)}
          data={divided}
        />
      )}
      {chart ? (
        <Card mb="md" role="img" aria-label={t('values.chart', { title: set.title })}>
          <Suspense fallback={<Skeleton h={320} />}>
            <DataChart chart={chart} unit={set.unit} nameOf={nameOf} />
          </Suspense>
        </Card>
      ) : (
        <Text c="dimmed">{t('values.noChart')}</Text>
      )}
      {chart && chart.left > 0 && (
        <Text size="sm" c="dimmed">
          {t('values.left', { count: chart.left })}
        </Text>
      )}
      {withheld > 0 && (
        <Alert variant="outline" icon={<IconLock aria-hidden />} mb="md">
          {t('values.withheldNote', { count: withheld })}
        </Alert>
      )}
      <ValuesTable set={set} />
    </Section>
  );
}

/** The same numbers as in the chart, all of them: a row for each group, a column for each day. */
function ValuesTable({ set }: { set: DataSetDetail }) {
  const { t } = useTranslation('need');
  const format = useFormat();
  const days = daysOf(set.values);
  const at = new Map(set.values.map((row) => [placeOf(row), row]));
  const groups = [
    ...new Map(
      set.values.map(({ category, student_group }) => [
        `${category}\n${student_group}`,
        { category, student_group },
      ]),
    ).values(),
  ];
  return (
    <TableRegion label={t('values.title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('values.category')}</Table.Th>
            <Table.Th>{t('values.group')}</Table.Th>
            {days.map((day) => (
              <Table.Th key={day} ta="end" className={classes.value}>
                {format.date(day)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map(({ category, student_group }) => (
            <Table.Tr key={`${category}\n${student_group}`}>
              <Table.Td>{category || t('values.everybody')}</Table.Td>
              <Table.Th scope="row" fw={400}>
                {student_group}
              </Table.Th>
              {days.map((day) => {
                const row = at.get(
                  placeOf({ day, category, student_group } as DataSetDetail['values'][number]),
                );
                return (
                  <Table.Td key={day} ta="end" className={classes.value}>
                    {row?.suppressed && (
                      <ToneBadge icon={IconLock} tone="neutral">
                        {t('values.withheld')}
                      </ToneBadge>
                    )}
                    {typeof row?.value === 'number' && (
                      <>
                        {format.number(row.value, { maximumFractionDigits: 2 })}
                        {set.unit === '%' ? '%' : set.unit && ` ${set.unit}`}
                      </>
                    )}
                    {typeof row?.students === 'number' && (
                      <Text size="sm" c="dimmed">
                        {t('values.n', { count: row.students })}
                      </Text>
                    )}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableRegion>
  );
}

function UsedBy({ set }: { set: DataSetDetail }) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const { data = [] } = useQuery(needsQuery(district, set.school_id ?? null));
  const those = data.filter(({ data_sets }) => data_sets.includes(set.id));
  if (those.length === 0) return null;
  return (
    <Section id="used" title={t('usedBy')}>
      <ul className={classes.list}>
        {those.map((need) => (
          <li key={need.id}>
            <TextLink to="/d/$district/needs/$need" params={{ district, need: need.id }}>
              {need.title}
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

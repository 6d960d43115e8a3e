import {
  Card,
  Group,
  Pagination,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { TableRegion } from '@/app/ui/TableRegion';
import { useDistrict } from '@/identity/session';
import classes from './Dashboard.module.css';
import { type Rollup, rollupQuery } from './queries';
import { allOf, type Sort, sorted } from './rules';

const pageSize = 50;
const sorts: Sort[] = ['name', 'late', 'signals', 'accepted'];

/** Every district that one helps, on one page. */
export function RollupPage() {
  const { t } = useTranslation('dashboard');
  const { id: district } = useDistrict();
  const query = useQuery(rollupQuery);
  return (
    <>
      <PageHeader
        title={t('rollup.title')}
        lead={t('rollup.lead')}
        above={
          <TextLink to="/d/$district/dashboard" params={{ district }}>
            {t('title')}
          </TextLink>
        }
      />
      <QueryView query={query} rows={8}>
        {(rollup) => <Districts rollup={rollup} />}
      </QueryView>
    </>
  );
}

function Districts({ rollup }: { rollup: Rollup }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const [by, setBy] = useState<Sort>('name');
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const wanted = text.trim().toLowerCase();
  const found = sorted(rollup.districts, by).filter(
    ({ name, code }) => name.toLowerCase().includes(wanted) || code.startsWith(wanted),
  );
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const at = Math.min(page, pages);
  const shown = found.slice((at - 1) * pageSize, at * pageSize);
  const figures = [
    ['rollup.districts', rollup.districts.length],
    ['rollup.schools', rollup.schools],
    ['rollup.goals', rollup.goals],
    ['rollup.strategies', rollup.strategies],
    ['rollup.activities', allOf(rollup.tally)],
    ['rollup.late', rollup.tally.late],
  ] as const;
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }}>
        {figures.map(([key, value]) => (
          <Card key={key}>
            <Text fz="xl" fw={700}>
              {format.number(value)}
            </Text>
            <Text>{t(key)}</Text>
          </Card>
        ))}
      </SimpleGrid>
      <search className={classes.filters} aria-label={t('filter.title')}>
        <TextInput
          label={t('rollup.find')}
          value={text}
          onChange={({ currentTarget: { value } }) => {
            setText(value);
            setPage(1);
          }}
        />
        <Select
          label={t('rollup.sort')}
          allowDeselect={false}
          data={sorts.map((value) => ({ value, label: t(`rollup.by.${value}`) }))}
          value={by}
          onChange={(value) => setBy((value as Sort | null) ?? 'name')}
        />
      </search>
      <section aria-labelledby="all-districts">
        <Title order={2} id="all-districts" mb="sm">
          {t('rollup.found', { count: found.length })}
        </Title>
        <TableRegion label={t('rollup.title')}>
          <table className={classes.plain}>
            <thead>
              <tr>
                <th scope="col">{t('rollup.district')}</th>
                <th scope="col" className={classes.n}>
                  {t('rollup.schools')}
                </th>
                <th scope="col" className={classes.n}>
                  {t('rollup.goals')}
                </th>
                <th scope="col" className={classes.n}>
                  {t('totals.activities')}
                </th>
                <th scope="col" className={classes.n}>
                  {t('rollup.late')}
                </th>
                <th scope="col" className={classes.n}>
                  {t('rollup.templates')}
                </th>
                <th scope="col" className={classes.n}>
                  {t('rollup.reports')}
                </th>
                <th scope="col" className={classes.n}>
                  {t('rollup.signals')}
                </th>
                <th scope="col" className={classes.n}>
                  {t('rollup.money')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <TextLink to="/d/$district/dashboard" params={{ district: row.id }}>
                      {row.name}
                    </TextLink>
                  </th>
                  <td className={classes.n}>{format.number(row.schools)}</td>
                  <td className={classes.n}>{format.number(row.goals)}</td>
                  <td className={classes.n}>
                    {t('compare.of', { met: row.tally.done, count: allOf(row.tally) })}
                  </td>
                  <td className={classes.n}>{format.number(row.tally.late)}</td>
                  <td className={classes.n}>
                    {t('compare.of', { met: row.accepted, count: row.templates })}
                  </td>
                  <td className={classes.n}>
                    {t('compare.of', { met: row.reports_in, count: row.reports_due })}
                  </td>
                  <td className={classes.n}>
                    {row.signals === null || row.signals === undefined
                      ? '–'
                      : format.number(row.signals)}
                  </td>
                  <td className={classes.n}>{format.money(row.tally.cents)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
        {pages > 1 && (
          <Group mt="md">
            <Pagination
              total={pages}
              value={at}
              onChange={setPage}
              getControlProps={(control) => ({ 'aria-label': t(`rollup.page.${control}`) })}
              getItemProps={(number) => ({ 'aria-label': t('rollup.page.number', { number }) })}
            />
          </Group>
        )}
      </section>
    </Stack>
  );
}

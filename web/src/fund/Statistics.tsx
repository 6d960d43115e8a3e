import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { TableRegion } from '@/app/ui/TableRegion';
import type { EquityStatistics } from './queries';

const money = ['mean_cents', 'median_cents', 'range_cents'] as const;
const ratios = [
  'coefficient_of_variation',
  'mcloone',
  'verstegen',
  'gini',
  'federal_range_ratio',
] as const;

export interface Column {
  name: string;
  statistics: EquityStatistics | null;
}

/** The statistics side by side, each said in plain words. */
export function Statistics({ caption, columns }: { caption: string; columns: Column[] }) {
  const { t } = useTranslation('fund');
  const format = useFormat();
  const cell = (value: string | null) => value ?? t('equity.undefined');
  const ratio = (value: number | null | undefined) =>
    value === null || value === undefined
      ? null
      : format.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return (
    <TableRegion label={caption}>
      <Table captionSide="top" verticalSpacing="sm" layout="auto">
        <Table.Caption>{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('equity.statistic')}</Table.Th>
            {columns.map(({ name }) => (
              <Table.Th scope="col" key={name} ta="end">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...money, ...ratios].map((key) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={500} miw="12rem">
                {t(`equity.names.${key}`)}
                <Text size="sm" c="dimmed">
                  {t(`equity.words.${key}`)}
                </Text>
              </Table.Th>
              {columns.map(({ name, statistics }) => (
                <Table.Td key={name} ta="end">
                  {cell(
                    statistics === null
                      ? null
                      : key.endsWith('_cents')
                        ? format.money(statistics[key as (typeof money)[number]])
                        : ratio(statistics[key as (typeof ratios)[number]]),
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableRegion>
  );
}

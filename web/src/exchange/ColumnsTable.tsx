import { NativeSelect, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { TableRegion } from '@/app/ui/TableRegion';
import classes from './Import.module.css';
import { type ImportResult, type Mapping, remap, unusedColumns } from './rules';

interface ColumnsTableProps {
  result: ImportResult;
  onMap: (mapping: Mapping) => void;
}

/** Which column of the file holds what: guessed by the server, put right by the person. */
export function ColumnsTable({ result, onMap }: ColumnsTableProps) {
  const { t } = useTranslation('exchange');
  const { list } = useFormat();
  const { columns, fields, mapping } = result;
  const unused = unusedColumns(result);
  const options = [
    { value: '', label: t('columns.none') },
    ...columns.map(({ index, header }) => ({
      value: String(index),
      label: header || t('columns.nameless', { number: index + 1 }),
    })),
  ];
  const pick = (field: string, value: string) =>
    onMap(remap(mapping, field, value === '' ? null : Number(value)));

  return (
    <section aria-labelledby="import-columns">
      <h2 id="import-columns" className={classes.step}>
        {t('columns.title')}
      </h2>
      <Text mb="sm">{t('columns.lead')}</Text>
      <TableRegion label={t('columns.caption')}>
        <Table verticalSpacing="xs" miw="34rem">
          <caption className={classes.caption}>{t('columns.caption')}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('columns.field')}</Table.Th>
              <Table.Th scope="col">{t('columns.column')}</Table.Th>
              <Table.Th scope="col">{t('columns.samples')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map(({ field, label, required }) => {
              const held = mapping[field] ?? null;
              const column = columns.find(({ index }) => index === held);
              return (
                <Table.Tr key={field}>
                  <Table.Th scope="row" fw={500}>
                    {label}
                    {required && (
                      <Text span size="sm" c="dimmed">
                        {' '}
                        ({t('columns.required')})
                      </Text>
                    )}
                  </Table.Th>
                  <Table.Td>
                    <NativeSelect
                      aria-label={t('columns.columnOf', { field: label })}
                      data={options}
                      value={held === null ? '' : String(held)}
                      error={required && held === null ? t('columns.needed') : undefined}
                      onChange={({ currentTarget: { value } }) => pick(field, value)}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm" c="dimmed">
                      {column?.samples.filter(Boolean).join(' · ')}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </TableRegion>
      {unused.length > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('columns.unused', { columns: list(unused.filter(Boolean)) })}
        </Text>
      )}
    </section>
  );
}

import { Button, Center, Chip, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TableRegion } from '@/app/ui/TableRegion';
import classes from './Import.module.css';
import { OutcomeBadge } from './OutcomeBadge';
import { type ImportResult, type Outcome, outcomes, sortRows } from './rules';

const step = 100;

/** Row by row: which line, what becomes of it, and why. What needs an eye comes first. */
export function RowsTable({ result }: { result: ImportResult }) {
  const { t } = useTranslation(['exchange', 'app']);
  const [wanted, setWanted] = useState<Outcome | 'all'>('all');
  const [shown, setShown] = useState(step);
  const { counts, mode } = result;
  const filter = wanted !== 'all' && counts[wanted] === 0 ? 'all' : wanted;
  const rows = sortRows(result.rows).filter(({ outcome }) => [outcome, 'all'].includes(filter));
  const total = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  const fieldLabel = (field: string) =>
    result.fields.find((known) => known.field === field)?.label ?? field;

  if (total === 0) return <Text>{t('rows.none')}</Text>;
  return (
    <Stack gap="sm">
      <Chip.Group value={filter} onChange={(value) => setWanted(value as Outcome | 'all')}>
        <Group gap="xs" role="group" aria-label={t('rows.filter')}>
          <Chip value="all" classNames={{ label: classes.chips }}>
            {t('rows.all', { count: total })}
          </Chip>
          {outcomes.map(
            (outcome) =>
              counts[outcome] > 0 && (
                <Chip key={outcome} value={outcome} classNames={{ label: classes.chips }}>
                  {t(`rows.only.${outcome}`)} ({counts[outcome]})
                </Chip>
              ),
          )}
        </Group>
      </Chip.Group>
      <TableRegion label={t('rows.caption')}>
        <Table miw="40rem" verticalSpacing="xs">
          <caption className={classes.caption}>{t('rows.caption')}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('rows.line')}</Table.Th>
              <Table.Th scope="col">{t('rows.what')}</Table.Th>
              <Table.Th scope="col">
                {t(mode === 'apply' ? 'rows.happened' : 'rows.willHappen')}
              </Table.Th>
              <Table.Th scope="col">{t('rows.why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, shown).map(({ line, label, outcome, reasons }) => (
              <Table.Tr key={line}>
                <Table.Td className={classes.number}>{line}</Table.Td>
                <Table.Th scope="row" fw={500}>
                  {label || t('rows.unnamed')}
                </Table.Th>
                <Table.Td>
                  <OutcomeBadge outcome={outcome} mode={mode} />
                </Table.Td>
                <Table.Td>
                  {reasons.map(({ field, detail }) => (
                    <Text size="sm" key={`${field}${detail}`}>
                      {field ? `${fieldLabel(field)}: ${detail}` : detail}
                    </Text>
                  ))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableRegion>
      {rows.length > shown && (
        <Center>
          <Button variant="default" onClick={() => setShown(shown + step)}>
            {t('app:more')}
          </Button>
        </Center>
      )}
      {result.truncated && (
        <Text size="sm">{t('rows.truncated', { count: result.rows.length })}</Text>
      )}
    </Stack>
  );
}

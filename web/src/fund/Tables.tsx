import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '@/app/ui/Money';
import { TableRegion } from '@/app/ui/TableRegion';
import tables from '@/plan/view/tables.module.css';
import { usedOf } from './rules';

interface AmountRow {
  key: string;
  name: ReactNode;
  planned_cents: number;
  committed_cents: number;
  spent_cents: number;
}

interface AmountsTableProps {
  caption: string;
  head: string;
  rows: AmountRow[];
  none: string;
}

/** Planned, committed, spent and what is left, row by row, with their sums. */
export function AmountsTable({ caption, head, rows, none }: AmountsTableProps) {
  const { t } = useTranslation('fund');
  if (rows.length === 0) return <Text c="dimmed">{none}</Text>;
  const sum = (of: (row: AmountRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const amounts = [
    (row: AmountRow) => row.planned_cents,
    (row: AmountRow) => row.committed_cents,
    (row: AmountRow) => row.spent_cents,
    (row: AmountRow) => row.planned_cents - usedOf(row),
  ];
  const heads = ['planned', 'committed', 'spent', 'left'] as const;
  return (
    <TableRegion label={caption}>
      <table className={tables.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {heads.map((name) => (
              <th scope="col" key={name} className={tables.amount}>
                {t(`amounts.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {amounts.map((of, at) => (
                <td key={heads[at]} className={tables.amount}>
                  <Money cents={of(row)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('amounts.total')}</th>
            {amounts.map((of, at) => (
              <td key={heads[at]} className={tables.amount}>
                <Money cents={sum(of)} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </TableRegion>
  );
}

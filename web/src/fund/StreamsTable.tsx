import { Button, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Money } from '@/app/ui/Money';
import { TableRegion } from '@/app/ui/TableRegion';
import tables from '@/plan/view/tables.module.css';
import { OverBadge } from './OverNotice';
import type { Funds, StreamFunds } from './queries';
import { leftOf } from './rules';

interface StreamsTableProps {
  funds: Funds;
  /** Null: this person only looks. */
  onEdit: ((stream: StreamFunds) => void) | null;
}

/** Each source in this year: what it has, and how much of that is planned, committed and spent. */
export function StreamsTable({ funds, onEdit }: StreamsTableProps) {
  const { t } = useTranslation('fund');
  if (funds.streams.length === 0) return <Text c="dimmed">{t('streams.none')}</Text>;
  const caption = t('streams.table', { year: funds.year });
  return (
    <TableRegion label={caption}>
      <table className={tables.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('streams.source')}</th>
            <th scope="col" className={tables.amount}>
              {t('amounts.available')}
            </th>
            <th scope="col" className={tables.amount}>
              {t('amounts.planned')}
            </th>
            <th scope="col" className={tables.amount}>
              {t('amounts.toPlan')}
            </th>
            <th scope="col" className={tables.amount}>
              {t('amounts.committed')}
            </th>
            <th scope="col" className={tables.amount}>
              {t('amounts.spent')}
            </th>
            {onEdit && <th scope="col">{t('streams.change')}</th>}
          </tr>
        </thead>
        <tbody>
          {funds.streams.map((stream) => {
            const left = leftOf(stream);
            return (
              <tr key={stream.source_id}>
                <th scope="row">
                  {stream.name}
                  {stream.note && <span className={tables.when}>{stream.note}</span>}
                  {stream.over_cents > 0 && (
                    <div>
                      <OverBadge cents={stream.over_cents} />
                    </div>
                  )}
                </th>
                <td className={tables.amount}>
                  {stream.available_cents === null ? (
                    <Text c="dimmed" span>
                      {t('streams.unknown')}
                    </Text>
                  ) : (
                    <Money cents={stream.available_cents} />
                  )}
                </td>
                <td className={tables.amount}>
                  <Money cents={stream.planned_cents} />
                </td>
                <td className={tables.amount}>
                  {left === null ? '–' : <Money cents={Math.max(0, left)} />}
                </td>
                <td className={tables.amount}>
                  <Money cents={stream.committed_cents} />
                </td>
                <td className={tables.amount}>
                  <Money cents={stream.spent_cents} />
                </td>
                {onEdit && (
                  <td className={tables.menu}>
                    <Button
                      variant="subtle"
                      size="sm"
                      leftSection={<IconPencil aria-hidden size={18} />}
                      aria-label={t('streams.setFor', { name: stream.name })}
                      onClick={() => onEdit(stream)}
                    >
                      {t('streams.set')}
                    </Button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('amounts.total')}</th>
            <td className={tables.amount}>
              <Money cents={funds.available_cents} />
            </td>
            <td className={tables.amount}>
              <Money cents={funds.planned_cents} />
            </td>
            <td />
            <td className={tables.amount}>
              <Money cents={funds.committed_cents} />
            </td>
            <td className={tables.amount}>
              <Money cents={funds.spent_cents} />
            </td>
            {onEdit && <td />}
          </tr>
        </tfoot>
      </table>
    </TableRegion>
  );
}

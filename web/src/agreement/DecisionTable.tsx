import { ActionIcon, Anchor, Group, Table } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayChange } from '@/action/rights';
import { useSend } from '@/api/useSend';
import { confirm } from '@/app/ui/confirm';
import { TableRegion } from '@/app/ui/TableRegion';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import { DecisionDialog } from './DecisionDialog';
import {
  type Decision,
  deciders,
  proceduresQuery,
  removeDecision,
  staleAgreements,
} from './queries';

/** By who decides: the question that is asked of this list. */
export function DecisionTable({ rows }: { rows: Decision[] }) {
  const { t } = useTranslation('agreement');
  const [editing, setEditing] = useState<Decision | null>(null);
  const sorted = deciders.flatMap((decider) =>
    rows.filter(({ decided_by }) => decided_by === decider),
  );
  return (
    <>
      <TableRegion label={t('decision.title')}>
        <Table miw="52rem">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('decision.what')}</Table.Th>
              <Table.Th>{t('decision.by')}</Table.Th>
              <Table.Th>{t('decision.how')}</Table.Th>
              <Table.Th>{t('decision.heard')}</Table.Th>
              <Table.Th>{t('fields.school')}</Table.Th>
              <Table.Th>{t('change')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sorted.map((row) => (
              <Row key={row.id} row={row} edit={() => setEditing(row)} />
            ))}
          </Table.Tbody>
        </Table>
      </TableRegion>
      {editing && (
        <DecisionDialog
          decision={editing}
          school={editing.school_id ?? null}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function Row({ row, edit }: { row: Decision; edit: () => void }) {
  const { t } = useTranslation(['agreement', 'app']);
  const { id: district, grants } = useDistrict();
  const schoolName = useSchoolName(district);
  const procedures = useInfiniteQuery(proceduresQuery(district, {}));
  const procedure = procedures.data?.pages
    .flatMap(({ items }) => items)
    .find(({ id }) => id === row.procedure_id);
  const remove = useSend({
    send: () => removeDecision(district, row),
    stale: staleAgreements(district),
    said: t('removed'),
  });
  const { title } = row;
  const askToRemove = async () => {
    const sure = await confirm({
      title: t('decision.removeTitle'),
      text: t('removeText', { title }),
      action: t('app:remove'),
      danger: true,
    });
    if (sure) remove.mutate(undefined);
  };
  return (
    <Table.Tr>
      <Table.Th scope="row">{title}</Table.Th>
      <Table.Td>{t(`decider.${row.decided_by}`)}</Table.Td>
      <Table.Td>
        {row.how}
        {procedure && (
          <div>
            <Anchor href={`#record-${procedure.id}`} underline="always">
              {procedure.title}
            </Anchor>
          </div>
        )}
      </Table.Td>
      <Table.Td>
        {row.consulted && <div>{t('decision.consultedWho', { who: row.consulted })}</div>}
        {row.informed && <div>{t('decision.informedWho', { who: row.informed })}</div>}
      </Table.Td>
      <Table.Td>{row.school_id ? schoolName(row.school_id) : t('app:district')}</Table.Td>
      <Table.Td>
        {mayChange(grants, row.school_id) && (
          <Group gap={4} wrap="nowrap">
            <ActionIcon aria-label={t('editOf', { title })} onClick={edit}>
              <IconPencil aria-hidden size={20} />
            </ActionIcon>
            <ActionIcon aria-label={t('removeOf', { title })} onClick={() => void askToRemove()}>
              <IconTrash aria-hidden size={20} />
            </ActionIcon>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

import { Group, Table, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryView } from '@/app/ui/QueryView';
import { ToneBadge } from '@/app/ui/StatusBadge';
import { TableRegion } from '@/app/ui/TableRegion';
import { useDistrict } from '@/identity/session';
import { type Covered, type Scope, wholeChildQuery } from './queries';
import { Section } from './Section';

const isCovered = ({ needs, assets, data_sets }: Covered) => needs + assets + data_sets > 0;

/** The ten components of the whole child: looked at or not. */
export function WholeChild({ scope }: { scope: Scope }) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const query = useQuery(wholeChildQuery(district, scope));
  return (
    <Section id="whole-child" title={t('wholeChild')}>
      <QueryView query={query} rows={3}>
        {(rows) => (
          <>
            <Group justify="space-between" mb="xs">
              <Text c="dimmed">{t('covered.lead')}</Text>
              <Text fw={600}>{t('covered.summary', { count: rows.filter(isCovered).length })}</Text>
            </Group>
            <TableRegion label={t('wholeChild')}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('covered.component')}</Table.Th>
                    <Table.Th>{t('covered.state')}</Table.Th>
                    <Table.Th ta="end">{t('needs')}</Table.Th>
                    <Table.Th ta="end">{t('assets')}</Table.Th>
                    <Table.Th ta="end">{t('data')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((row) => (
                    <Table.Tr key={row.component}>
                      <Table.Th scope="row" fw={400}>
                        {t(`component.${row.component}`)}
                      </Table.Th>
                      <Table.Td>
                        <ToneBadge
                          icon={isCovered(row) ? IconCircleCheck : IconCircleDashed}
                          tone={isCovered(row) ? 'good' : 'attention'}
                        >
                          {t(isCovered(row) ? 'covered.some' : 'covered.none')}
                        </ToneBadge>
                      </Table.Td>
                      <Table.Td ta="end">{row.needs}</Table.Td>
                      <Table.Td ta="end">{row.assets}</Table.Td>
                      <Table.Td ta="end">{row.data_sets}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </TableRegion>
          </>
        )}
      </QueryView>
    </Section>
  );
}

import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { TableRegion } from '@/app/ui/TableRegion';
import { useDistrict } from '@/identity/session';
import { usePlanPage } from './PlanContext';
import { PlanFrame } from './PlanFrame';
import { type Plan, usePlan } from './queries';
import { inOrder } from './rules/order';
import { RecordMenu } from './view/RecordMenu';
import tables from './view/tables.module.css';

/** The student groups that the district looks at, by its own names. */
export function GroupsPage() {
  const { id } = useDistrict();
  const query = usePlan(id);
  return (
    <QueryView query={query} page>
      {(plan) => (
        <PlanFrame plan={plan}>
          <Groups plan={plan} />
        </PlanFrame>
      )}
    </QueryView>
  );
}

function Groups({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plan');
  const { district, edit, ask } = usePlanPage();
  const groups = inOrder(plan.student_groups);
  return (
    <>
      <PageHeader
        above={
          <TextLink to="/d/$district/plan" params={{ district }}>
            {plan.title}
          </TextLink>
        }
        title={t('group.title')}
        lead={t('group.lead')}
        actions={
          edit && (
            <Button
              leftSection={<IconPlus aria-hidden size={18} />}
              onClick={() => ask({ form: 'group' })}
            >
              {t('group.add')}
            </Button>
          )
        }
      />
      {groups.length === 0 ? (
        <Text c="dimmed">{t('group.none')}</Text>
      ) : (
        <TableRegion label={t('group.table')}>
          <table className={tables.table}>
            <caption>{t('group.table')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('group.fields.name')}</th>
                <th scope="col">{t('group.fields.category')}</th>
                <th scope="col">{t('group.use')}</th>
                <th scope="col">{t('line.change')}</th>
              </tr>
            </thead>
            <tbody>
              {groups.map(({ id, name, active, category }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{category || '–'}</td>
                  <td>{t(active ? 'group.inUse' : 'group.notInUse')}</td>
                  <td className={tables.menu}>
                    <RecordMenu
                      name={name}
                      entity="student_group"
                      id={id}
                      {...(edit && { edit: () => ask({ form: 'group', group: id }) })}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </>
  );
}

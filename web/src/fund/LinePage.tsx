import { Button, Text } from '@mantine/core';
import { IconPlus, IconReceipt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '@/api/useSend';
import { NotFound } from '@/app/NotFound';
import { confirm } from '@/app/ui/confirm';
import { DateText } from '@/app/ui/DateText';
import { EmptyState } from '@/app/ui/EmptyState';
import { today, useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { Money } from '@/app/ui/Money';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { TableRegion } from '@/app/ui/TableRegion';
import { EDIT, may, SCHOOL, useDistrict } from '@/identity/session';
import { usePlanPage } from '@/plan/PlanContext';
import { PlanFrame } from '@/plan/PlanFrame';
import { type FundingLine, type Plan, staleWithPlan, usePlan } from '@/plan/queries';
import { indexOf } from '@/plan/rules/find';
import { RecordMenu } from '@/plan/view/RecordMenu';
import { Section } from '@/plan/view/Section';
import tables from '@/plan/view/tables.module.css';
import { removeSpending } from './fundApi';
import { OverBadge, OverNotice } from './OverNotice';
import { type Spending, type SpendingFields, spendingQuery, useFunds } from './queries';
import { SpendingDialog } from './SpendingDialog';

/** One funding line: what was committed and spent from it. */
export function LinePage() {
  const { id } = useDistrict();
  const { line } = useParams({ strict: false });
  const query = usePlan(id);
  return (
    <QueryView query={query} page>
      {(plan) => {
        const index = indexOf(plan.goals);
        const found = index.lines.get(line ?? '');
        const strategy = index.strategies.get(found?.strategy_id ?? '');
        if (!found || !strategy) return <NotFound />;
        return (
          <PlanFrame plan={plan}>
            <LineView plan={plan} line={found} strategy={strategy.title} goal={strategy.goal_id} />
          </PlanFrame>
        );
      }}
    </QueryView>
  );
}

interface LineViewProps {
  plan: Plan;
  line: FundingLine;
  strategy: string;
  goal: string;
}

function LineView({ plan, line, strategy, goal }: LineViewProps) {
  const { t } = useTranslation(['fund', 'plan', 'app']);
  const { district, schoolName } = usePlanPage();
  const { grants } = useDistrict();
  const entries = useQuery(spendingQuery(district, line.id));
  const funds = useFunds(district, line.year);
  const [open, setOpen] = useState<{ entry: string | null } | null>(null);
  const edit = may(grants, { district: EDIT, school: SCHOOL }, line.school_id);
  const source = plan.funding_sources.find(({ id }) => id === line.source_id)?.name ?? '';
  const stream = funds.data?.streams.find(({ source_id }) => source_id === line.source_id);
  const list = entries.data ?? [];
  const used = list.reduce((sum, { amount_cents }) => sum + amount_cents, 0);
  const spent = list
    .filter(({ status }) => status === 'spent')
    .reduce((sum, { amount_cents }) => sum + amount_cents, 0);
  const figures = [
    ['planned', line.amount_cents],
    ['committed', used - spent],
    ['spent', spent],
    ['left', line.amount_cents - used],
  ] as const;
  const shown = list.find(({ id }) => id === open?.entry);
  return (
    <>
      <PageHeader
        above={
          <TextLink to="/d/$district/money" params={{ district }} search={{ year: line.year }}>
            {t('plan:money.page')}
          </TextLink>
        }
        title={t('line.title', { source, year: line.year })}
        lead={t('line.lead', {
          strategy,
          school: line.school_id ? schoolName(line.school_id) : t('wholeDistrict'),
        })}
        badge={<OverBadge cents={Math.max(0, used - line.amount_cents)} />}
        actions={
          edit && (
            <Button
              leftSection={<IconPlus aria-hidden size={18} />}
              onClick={() => setOpen({ entry: null })}
            >
              {t('spending.add')}
            </Button>
          )
        }
      />
      {stream && <OverNotice streams={[stream]} year={line.year} />}
      <dl className={tables.figures}>
        {figures.map(([name, cents]) => (
          <div key={name}>
            <dt>{t(`amounts.${name}`)}</dt>
            <dd>
              <Money cents={cents} />
            </dd>
          </div>
        ))}
      </dl>
      {line.over_reason && (
        <Text>{t('over.why', { reason: line.over_reason, by: line.updated_by })}</Text>
      )}
      <Text>
        <TextLink to="/d/$district/plan/goals/$goal" params={{ district, goal }}>
          {t('line.inPlan')}
        </TextLink>
      </Text>
      <Section id="spending" title={t('spending.title')}>
        <QueryView query={entries}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState icon={IconReceipt} title={t('spending.none')}>
                {t('spending.noneText')}
              </EmptyState>
            ) : (
              <Entries
                entries={items}
                edit={edit ? (entry) => setOpen({ entry }) : null}
                caption={t('spending.table', { source, year: line.year })}
              />
            )
          }
        </QueryView>
      </Section>
      {open && (
        <SpendingDialog
          key={open.entry ?? 'new'}
          line={line.id}
          entry={shown ?? { ...newEntry, dated: today() }}
          left={line.amount_cents - used + (shown?.amount_cents ?? 0)}
          gone={open.entry !== null && !shown}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

const newEntry: Omit<SpendingFields, 'dated'> & { version: number } = {
  version: 0,
  status: 'spent',
  amount_cents: 0,
  paid_to: '',
  note: '',
  over_reason: null,
};

interface EntriesProps {
  entries: Spending[];
  edit: ((entry: string) => void) | null;
  caption: string;
}

function Entries({ entries, edit, caption }: EntriesProps) {
  const { t } = useTranslation(['fund', 'plan', 'app']);
  const { district } = usePlanPage();
  const format = useFormat();
  const remove = useSend({
    send: (entry: Spending) => removeSpending(district, entry),
    stale: staleWithPlan(district),
    said: t('spending.removed'),
  });
  const ask = async (entry: Spending, name: string) => {
    const text = t('spending.removeText', { name });
    const title = t('spending.removeTitle');
    if (await confirm({ title, text, action: t('app:remove'), danger: true })) remove.mutate(entry);
  };
  return (
    <TableRegion label={caption}>
      <table className={tables.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('spending.fields.dated')}</th>
            <th scope="col">{t('spending.fields.status')}</th>
            <th scope="col">{t('spending.what')}</th>
            <th scope="col">{t('spending.by')}</th>
            <th scope="col" className={tables.amount}>
              {t('spending.fields.amount_cents')}
            </th>
            <th scope="col">{t('plan:line.change')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const { id, dated, status, amount_cents, paid_to, note, over_reason, updated_by } =
              entry;
            const name = format.commas([
              paid_to || note || t(`spending.status.${status}`),
              format.money(amount_cents),
            ]);
            return (
              <tr key={id}>
                <th scope="row">
                  <DateText value={dated} />
                </th>
                <td>{t(`spending.status.${status}`)}</td>
                <td>
                  {paid_to}
                  {note && <span className={tables.when}>{note}</span>}
                  {over_reason && (
                    <span className={tables.when}>
                      {t('over.reasonGiven', { reason: over_reason })}
                    </span>
                  )}
                </td>
                <td>{updated_by}</td>
                <td className={tables.amount}>
                  <Money cents={amount_cents} />
                </td>
                <td className={tables.menu}>
                  <RecordMenu
                    name={name}
                    entity="spending"
                    id={id}
                    {...(edit && { edit: () => edit(id), remove: () => void ask(entry, name) })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}

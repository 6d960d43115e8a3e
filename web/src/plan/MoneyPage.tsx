import { Button, Switch, Text } from '@mantine/core';
import { IconArrowsExchange, IconPlus, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { schoolYearOf, today } from '@/app/ui/format';
import { ButtonLink, TextLink } from '@/app/ui/links';
import { Money } from '@/app/ui/Money';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import type { MoneySearch } from '@/fund/search';
import { UsualSources } from '@/fund/UsualSources';
import { YearFunds } from '@/fund/YearFunds';
import { useDistrict } from '@/identity/session';
import { usePlanPage } from './PlanContext';
import { PlanFrame } from './PlanFrame';
import { fundingSourcesQuery, type Plan, usePlan } from './queries';
import { bySchool, bySource, linesOf, type MoneyTable, moneyTable } from './rules/funding';
import { Section } from './view/Section';
import { Sources } from './view/Sources';
import tables from './view/tables.module.css';

/** The plan's money: a year in full, then all years by source and school; and the sources. */
export function MoneyPage() {
  const { id } = useDistrict();
  const query = usePlan(id);
  return (
    <QueryView query={query} page>
      {(plan) => (
        <PlanFrame plan={plan}>
          <MoneyView plan={plan} />
        </PlanFrame>
      )}
    </QueryView>
  );
}

function MoneyView({ plan }: { plan: Plan }) {
  const { t } = useTranslation(['plan', 'fund']);
  const { district, edit, schoolName, ask } = usePlanPage();
  const navigate = useNavigate();
  const { year = schoolYearOf(today()) } = useSearch({ strict: false }) as MoneySearch;
  const sources = useQuery(fundingSourcesQuery(district));
  const [archived, setArchived] = useState(false);
  const goals = plan.goals.filter(({ status }) => archived || status !== 'archived');
  const lines = linesOf(goals);
  const sourceName = (id: string) => sources.data?.find((source) => source.id === id)?.name ?? '';
  const hasArchived = plan.goals.some(({ status }) => status === 'archived');
  return (
    <>
      <PageHeader
        above={
          <TextLink to="/d/$district/plan" params={{ district }}>
            {plan.title}
          </TextLink>
        }
        title={t('money.page')}
        lead={t('money.lead')}
        actions={
          <>
            <ButtonLink
              variant="default"
              to="/d/$district/money/equity"
              params={{ district }}
              search={{ year }}
              leftSection={<IconScale aria-hidden size={18} />}
            >
              {t('fund:equity.title')}
            </ButtonLink>
            <ButtonLink
              variant="default"
              to="/d/$district/money/what-if"
              params={{ district }}
              search={{ year }}
              leftSection={<IconArrowsExchange aria-hidden size={18} />}
            >
              {t('fund:whatIf.title')}
            </ButtonLink>
          </>
        }
      />
      <YearFunds
        year={year}
        onYear={(picked) =>
          void navigate({
            to: '/d/$district/money',
            params: { district },
            search: { year: picked },
            replace: true,
          })
        }
      />
      {hasArchived && (
        <Switch
          label={t('money.archived')}
          checked={archived}
          onChange={(event) => setArchived(event.currentTarget.checked)}
        />
      )}
      <Section id="by-source" title={t('money.bySource')}>
        <Sums
          table={moneyTable(lines, bySource)}
          rowHead={t('money.source')}
          caption={t('money.bySourceTable')}
          nameOf={sourceName}
        />
      </Section>
      <Section id="by-school" title={t('money.bySchool')}>
        <Sums
          table={moneyTable(lines, bySchool)}
          rowHead={t('money.school')}
          caption={t('money.bySchoolTable')}
          nameOf={(school) => (school ? schoolName(school) : t('line.whole'))}
        />
      </Section>
      <Section
        id="sources"
        title={t('sources')}
        action={
          edit && (
            <Button
              variant="default"
              leftSection={<IconPlus aria-hidden size={18} />}
              onClick={() => ask({ form: 'source' })}
            >
              {t('source.add')}
            </Button>
          )
        }
      >
        <QueryView query={sources}>
          {(list) => (
            <>
              <Sources sources={list} />
              {list.length === 0 && edit && <UsualSources />}
            </>
          )}
        </QueryView>
      </Section>
    </>
  );
}

interface SumsProps {
  table: MoneyTable;
  rowHead: string;
  caption: string;
  nameOf: (key: string) => string;
}

function Sums({ table, rowHead, caption, nameOf }: SumsProps) {
  const { t } = useTranslation('plan');
  if (table.rows.length === 0) return <Text c="dimmed">{t('money.none')}</Text>;
  const rows = table.rows
    .map((row) => ({ ...row, name: nameOf(row.key) }))
    .sort((a, b) => b.total - a.total || a.name.localeCompare(b.name));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section className={tables.scroll} aria-label={caption} tabIndex={0}>
      <table className={tables.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{rowHead}</th>
            {table.years.map((year) => (
              <th scope="col" key={year} className={tables.amount}>
                {year}
              </th>
            ))}
            <th scope="col" className={tables.amount}>
              {t('line.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, byYear, total }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {table.years.map((year) => (
                <td key={year} className={tables.amount}>
                  {byYear.has(year) ? <Money cents={byYear.get(year) ?? 0} /> : '–'}
                </td>
              ))}
              <td className={tables.amount}>
                <Money cents={total} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('line.total')}</th>
            {table.years.map((year) => (
              <td key={year} className={tables.amount}>
                <Money cents={table.byYear.get(year) ?? 0} />
              </td>
            ))}
            <td className={tables.amount}>
              <Money cents={table.total} />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

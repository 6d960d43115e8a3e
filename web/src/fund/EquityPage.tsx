import { Group, Select, Text } from '@mantine/core';
import { IconArrowsExchange, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { schoolYearOf, today, useFormat } from '@/app/ui/format';
import { Loading } from '@/app/ui/Loading';
import { ButtonLink, TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { useDistrict } from '@/identity/session';
import { usePlanPage } from '@/plan/PlanContext';
import { PlanFrame } from '@/plan/PlanFrame';
import { fundingSourcesQuery, usePlan } from '@/plan/queries';
import { Section } from '@/plan/view/Section';
import { Needs } from './Needs';
import { OverNotice } from './OverNotice';
import { type Equity, equityQuery, useFunds } from './queries';
import { notCounted } from './rules';
import { SchoolsEquity } from './SchoolsEquity';
import { Statistics } from './Statistics';
import type { MoneySearch } from './search';
import { YearSelect } from './YearSelect';

const EquityChart = lazy(() => import('./EquityChart'));

/** Does money reach pupils evenly, and does it go where the need is? */
export function EquityPage() {
  const { id } = useDistrict();
  const query = usePlan(id);
  return (
    <QueryView query={query} page>
      {(plan) => (
        <PlanFrame plan={plan}>
          <EquityView />
        </PlanFrame>
      )}
    </QueryView>
  );
}

function EquityView() {
  const { t } = useTranslation(['fund', 'plan', 'app']);
  const { district } = usePlanPage();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as MoneySearch;
  const year = search.year ?? schoolYearOf(today());
  const amounts = search.amounts ?? 'planned';
  const source = search.source ?? null;
  const funds = useFunds(district, year);
  const sources = useQuery(fundingSourcesQuery(district));
  const equity = useQuery(equityQuery(district, { year, source, amounts }));
  const go = (change: MoneySearch) =>
    void navigate({
      to: '/d/$district/money/equity',
      params: { district },
      search: { ...search, ...change },
      replace: true,
    });
  return (
    <>
      <PageHeader
        above={
          <TextLink to="/d/$district/money" params={{ district }} search={{ year }}>
            {t('plan:money.page')}
          </TextLink>
        }
        title={t('equity.title')}
        lead={t('equity.lead')}
        actions={
          <ButtonLink
            variant="default"
            to="/d/$district/money/what-if"
            params={{ district }}
            search={{ year }}
            leftSection={<IconArrowsExchange aria-hidden size={18} />}
          >
            {t('whatIf.title')}
          </ButtonLink>
        }
      />
      <Group align="flex-end" gap="md">
        <YearSelect
          year={year}
          years={funds.data?.years ?? []}
          onChange={(picked) => go({ year: picked })}
        />
        <Select
          label={t('equity.source')}
          data={[
            { value: '-', label: t('equity.allSources') },
            ...(sources.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          allowDeselect={false}
          value={source ?? '-'}
          onChange={(picked) => {
            const { source: _, ...rest } = search;
            void navigate({
              to: '/d/$district/money/equity',
              params: { district },
              search: picked && picked !== '-' ? { ...rest, source: picked } : rest,
              replace: true,
            });
          }}
        />
        <Select
          label={t('equity.amounts')}
          data={(['planned', 'used'] as const).map((value) => ({
            value,
            label: t(`equity.amountsOf.${value}`),
          }))}
          allowDeselect={false}
          value={amounts}
          onChange={(picked) => {
            const { amounts: _, ...rest } = search;
            void navigate({
              to: '/d/$district/money/equity',
              params: { district },
              search: picked === 'used' ? { ...rest, amounts: 'used' } : rest,
              replace: true,
            });
          }}
        />
      </Group>
      {funds.data && (
        <OverNotice
          streams={funds.data.streams.filter(({ source_id }) => !source || source_id === source)}
          year={year}
        />
      )}
      <QueryView query={equity}>{(found) => <Found equity={found} />}</QueryView>
      <Needs />
    </>
  );
}

function Found({ equity }: { equity: Equity }) {
  const { t } = useTranslation(['fund', 'plan', 'app']);
  const format = useFormat();
  const { district, schoolName } = usePlanPage();
  if (equity.per_pupil === null) {
    return (
      <EmptyState
        icon={IconScale}
        title={t('equity.none')}
        action={
          <ButtonLink to="/d/$district/schools" params={{ district }}>
            {t('equity.toSchools')}
          </ButtonLink>
        }
      >
        {t('equity.noneText')}
      </EmptyState>
    );
  }
  const left = notCounted(equity);
  const apart = equity.district_cents - equity.shared_cents;
  return (
    <>
      <Section id="schools" title={t('equity.each')}>
        <Text mb="sm">{t('equity.eachText')}</Text>
        <Suspense fallback={<Loading rows={4} />}>
          <EquityChart schools={equity.schools} schoolName={schoolName} />
        </Suspense>
        <SchoolsEquity equity={equity} schoolName={schoolName} />
        <Text size="sm" c="dimmed" mt="sm">
          {t('equity.sharedText', { amount: format.money(equity.shared_cents) })}{' '}
          {apart > 0 && t('equity.apart', { amount: format.money(apart) })}{' '}
          {left.length > 0 && t('equity.left', { count: left.length })} {t('equity.small')}
        </Text>
      </Section>
      <Section id="statistics" title={t('equity.statistics')}>
        <Statistics
          caption={t('equity.statisticsTable', { count: equity.per_pupil.schools })}
          columns={[
            { name: t('equity.perPupil'), statistics: equity.per_pupil },
            { name: t('equity.perWeighted'), statistics: equity.per_weighted_pupil },
          ]}
        />
        <Text size="sm" c="dimmed" mt="sm">
          {t('equity.from')}
        </Text>
      </Section>
    </>
  );
}

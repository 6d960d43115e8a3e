import { Alert, Card, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { useFormat } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { EDIT, SCHOOL, useDistrict, useMay } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import { StandingBadge } from './badges';
import { type Report, useReport } from './queries';
import { Measures } from './report/Measures';
import { StrategyCard } from './report/StrategyCard';
import { SubmitBar } from './report/SubmitBar';

/** What one school, or the district, reports in a cycle: saved as one types, and submitted. */
export function ReportPage() {
  const { id } = useDistrict();
  const { report } = useParams({ from: '/d/$district/monitoring/reports/$report' });
  return (
    <QueryView query={useReport(id, report)} page>
      {(data) => <ReportView key={data.id} report={data} />}
    </QueryView>
  );
}

function ReportView({ report }: { report: Report }) {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const format = useFormat();
  const schoolName = useSchoolName(district);
  const owner = useMay({ district: EDIT, school: SCHOOL }, report.school_id);
  const mayWrite = owner && report.state === 'draft';
  const name = report.school_id ? schoolName(report.school_id) : t('theDistrict');
  const goals = [...new Set(report.strategies.map(({ goal_id }) => goal_id))];
  return (
    <>
      <PageHeader
        above={
          <TextLink
            to="/d/$district/monitoring"
            params={{ district }}
            search={{ year: report.cycle.year }}
          >
            {t('title')}
          </TextLink>
        }
        title={t('report.title', { cycle: report.cycle.name, name })}
        badge={<StandingBadge standing={report.standing} />}
        lead={t('report.lead', {
          opens: format.date(report.cycle.opens_on),
          due: format.date(report.cycle.due_on),
        })}
      />
      {report.state === 'submitted' && (
        <Alert
          variant="light"
          icon={<IconInfoCircle aria-hidden />}
          mb="lg"
          title={t('report.submittedTitle', {
            by: report.submitted_by,
            on: report.submitted_at ? format.date(report.submitted_at) : '',
          })}
        >
          {t('report.submittedText')}
        </Alert>
      )}
      {report.strategies.length === 0 && (
        <EmptyState icon={IconInfoCircle} title={t('report.nothing')}>
          {t('report.nothingText')}
        </EmptyState>
      )}
      <Stack gap="xl">
        {goals.map((goal) => {
          const strategies = report.strategies.filter(({ goal_id }) => goal_id === goal);
          return (
            <section key={goal} aria-labelledby={`goal-${goal}`}>
              <Title order={2} id={`goal-${goal}`} mb="sm" dir="auto">
                {strategies[0]?.goal_title}
              </Title>
              <Stack gap="lg">
                <Card>
                  <Title order={3} mb={4}>
                    {t('report.impact')}
                  </Title>
                  <Text c="dimmed" mb="md">
                    {t('report.impactHelp')}
                  </Text>
                  <Measures
                    report={report}
                    measures={report.measures.filter(({ goal_id }) => goal_id === goal)}
                    mayWrite={mayWrite}
                  />
                </Card>
                {strategies.map((strategy) => (
                  <StrategyCard
                    key={strategy.strategy_id}
                    report={report}
                    strategy={strategy}
                    mayWrite={mayWrite}
                    mayPropose={owner}
                  />
                ))}
              </Stack>
            </section>
          );
        })}
      </Stack>
      {owner && report.strategies.length > 0 && <SubmitBar report={report} />}
    </>
  );
}

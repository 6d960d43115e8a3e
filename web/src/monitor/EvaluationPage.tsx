import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconClipboardCheck, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { schoolYearOf, today, useFormat } from '@/app/ui/format';
import { ButtonLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { EDIT, useDistrict, useMay } from '@/identity/session';
import { MonitorNav } from './MonitorNav';
import classes from './monitor.module.css';
import {
  type Evaluation,
  evaluationsQuery,
  type StrategyToEvaluate,
  useMonitoringLive,
} from './queries';
import { EvaluateDialog, type Subject } from './review/EvaluateDialog';
import { questions } from './review/questions';
import { YearPicker } from './YearPicker';

/** The look back at each goal and strategy at the end of a year. */
export function EvaluationPage() {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const { year } = useSearch({ from: '/d/$district/monitoring/evaluation' });
  const navigate = useNavigate();
  const edit = useMay({ district: EDIT });
  const [asked, setAsked] = useState<Subject | null>(null);
  const query = useQuery(evaluationsQuery(district, year));
  useMonitoringLive(district);
  const now = schoolYearOf(today());
  const before = `${Number(now.slice(0, 4)) - 1}-${now.slice(2, 4)}`;
  return (
    <>
      <PageHeader
        title={t('evaluation.title')}
        lead={t('evaluation.lead')}
        actions={
          <ButtonLink
            to="/d/$district/monitoring/rollover"
            params={{ district }}
            search={{ year: query.data?.year ?? now }}
            variant="default"
            rightSection={<IconArrowRight aria-hidden size={18} />}
          >
            {t('rollover.link')}
          </ButtonLink>
        }
      />
      <MonitorNav />
      <QueryView query={query}>
        {(evaluations) => (
          <Stack gap="lg">
            <YearPicker
              value={evaluations.year}
              known={[now, before]}
              onChange={(picked) =>
                void navigate({
                  to: '/d/$district/monitoring/evaluation',
                  params: { district },
                  search: { year: picked },
                  replace: true,
                })
              }
            />
            {evaluations.goals.length === 0 && (
              <EmptyState icon={IconClipboardCheck} title={t('evaluation.none')}>
                {t('results.noneText')}
              </EmptyState>
            )}
            {evaluations.goals.map((goal) => (
              <section key={goal.goal_id} aria-labelledby={`goal-${goal.goal_id}`}>
                <Group justify="space-between" align="flex-start" mb="sm">
                  <Title order={2} id={`goal-${goal.goal_id}`} dir="auto">
                    {goal.title}
                  </Title>
                  {edit && (
                    <EvaluateButton
                      name={goal.title}
                      done={!!goal.evaluation}
                      ask={() =>
                        setAsked({
                          kind: 'goal',
                          id: goal.goal_id,
                          title: goal.title,
                          year: evaluations.year,
                          evaluation: goal.evaluation ?? null,
                        })
                      }
                    />
                  )}
                </Group>
                {goal.evaluation && <Judged evaluation={goal.evaluation} />}
                <Stack gap="md" mt="sm">
                  {goal.strategies.map((strategy) => (
                    <StrategyEvaluation
                      key={strategy.strategy_id}
                      strategy={strategy}
                      {...(edit && {
                        ask: () =>
                          setAsked({
                            kind: 'strategy',
                            id: strategy.strategy_id,
                            title: strategy.title,
                            year: evaluations.year,
                            evaluation: strategy.evaluation ?? null,
                          }),
                      })}
                    />
                  ))}
                </Stack>
              </section>
            ))}
          </Stack>
        )}
      </QueryView>
      {asked && <EvaluateDialog subject={asked} close={() => setAsked(null)} />}
    </>
  );
}

interface EvaluateButtonProps {
  name: string;
  done: boolean;
  ask: () => void;
}

function EvaluateButton({ name, done, ask }: EvaluateButtonProps) {
  const { t } = useTranslation('monitor');
  return (
    <Button
      variant="default"
      leftSection={<IconPencil aria-hidden size={18} />}
      aria-label={t(done ? 'evaluation.changeOf' : 'evaluation.evaluateOf', { name })}
      onClick={ask}
    >
      {t(done ? 'evaluation.change' : 'evaluation.evaluate')}
    </Button>
  );
}

function StrategyEvaluation({ strategy, ask }: { strategy: StrategyToEvaluate; ask?: () => void }) {
  const { t } = useTranslation('monitor');
  const format = useFormat();
  const { facts } = strategy;
  return (
    <Card component="article" aria-labelledby={`strategy-${strategy.strategy_id}`}>
      <Group justify="space-between" align="flex-start" mb="xs">
        <Title order={3} id={`strategy-${strategy.strategy_id}`} dir="auto">
          {strategy.title}
        </Title>
        {ask && <EvaluateButton name={strategy.title} done={!!strategy.evaluation} ask={ask} />}
      </Group>
      {strategy.stopped_on && (
        <Text>{t('evaluation.stopped', { date: format.date(strategy.stopped_on) })}</Text>
      )}
      <Text c="dimmed">
        {facts.reports === 0
          ? t('evaluation.noReports')
          : t('evaluation.facts', {
              count: facts.reports,
              fidelity: format.number(facts.mean_fidelity ?? 0, { maximumFractionDigits: 1 }),
            })}{' '}
        {t('evaluation.cycles', { count: facts.learning_cycles })}{' '}
        {t('evaluation.adjustments', { count: facts.adjustments })}
      </Text>
      {strategy.evaluation ? (
        <Judged evaluation={strategy.evaluation} />
      ) : (
        <Text mt="xs">{t('evaluation.notYet')}</Text>
      )}
    </Card>
  );
}

function Judged({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation('monitor');
  const rating = (value: number | null | undefined) =>
    value === null || value === undefined
      ? t('evaluation.notRated')
      : `${value} · ${t(`evaluation.ratings.${value as 0 | 1 | 2 | 3 | 4}`)}`;
  return (
    <>
      <dl className={classes.facts} style={{ marginBlock: '0.75rem' }}>
        {questions.map((question) => (
          <div key={question}>
            <dt>{t(`evaluation.questions.${question}.name`)}</dt>
            <dd>
              {rating(evaluation[question].rating)}
              {evaluation[question].evidence && (
                <span className={classes.small} dir="auto">
                  {evaluation[question].evidence}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Text className={classes.text}>
        <strong>{t(`evaluation.conclusions.${evaluation.conclusion}`)}</strong> {evaluation.reason}
      </Text>
    </>
  );
}

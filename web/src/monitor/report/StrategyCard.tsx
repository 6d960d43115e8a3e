import { Button, Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../monitor.module.css';
import type { Report, ReportPart, StrategyReport } from '../queries';
import { ProposeDialog } from '../review/ProposeDialog';
import { ChoiceEntry, CountEntry, TextEntry } from './EntryInputs';
import { entryOf } from './useEntry';

interface StrategyCardProps {
  report: Report;
  strategy: StrategyReport;
  mayWrite: boolean;
  mayPropose: boolean;
}

/** Implementation of one strategy: fidelity, reach, what it means and what to do about it. */
export function StrategyCard({ report, strategy, mayWrite, mayPropose }: StrategyCardProps) {
  const { t } = useTranslation('monitor');
  const [proposing, setProposing] = useState(false);
  const recommends = entryOf(strategy, 'recommendation')?.value;
  return (
    <Card component="article" aria-labelledby={`strategy-${strategy.strategy_id}`}>
      <Title order={3} id={`strategy-${strategy.strategy_id}`} mb="md" dir="auto">
        {strategy.title}
      </Title>
      {mayWrite ? <Inputs report={report} strategy={strategy} /> : <Said strategy={strategy} />}
      {mayPropose && (recommends === 'adjust' || recommends === 'stop') && (
        <Button
          mt="md"
          variant="default"
          leftSection={<IconAdjustments aria-hidden size={18} />}
          onClick={() => setProposing(true)}
        >
          {t('report.propose')}
        </Button>
      )}
      {proposing && (
        <ProposeDialog
          close={() => setProposing(false)}
          strategy={strategy.strategy_id}
          school={report.school_id ?? null}
          report={report.id}
          reason={[entryOf(strategy, 'meaning')?.value, entryOf(strategy, 'advice')?.value]
            .filter(Boolean)
            .join('\n')}
        />
      )}
    </Card>
  );
}

const levels = ['0', '1', '2', '3', '4'] as const;
const recommendations = ['keep', 'adjust', 'stop'] as const;

function Inputs({ report, strategy }: { report: Report; strategy: StrategyReport }) {
  const { t } = useTranslation('monitor');
  const at = (part: ReportPart) => ({ report, strategy, part });
  return (
    <Stack gap="lg">
      <ChoiceEntry
        place={at('fidelity')}
        options={levels.map((value) => ({
          value,
          label: t(`fidelity.${value}.label`),
          help: t(`fidelity.${value}.help`),
        }))}
      />
      <TextEntry place={at('evidence')} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <CountEntry place={at('adults_reached')} />
        <CountEntry place={at('adults_expected')} />
        <CountEntry place={at('students_reached')} />
      </SimpleGrid>
      <TextEntry place={at('meaning')} />
      <ChoiceEntry
        place={at('recommendation')}
        options={recommendations.map((value) => ({ value, label: t(`recommend.${value}`) }))}
      />
      <TextEntry place={at('advice')} />
    </Stack>
  );
}

/** The same to read. */
function Said({ strategy }: { strategy: StrategyReport }) {
  const { t } = useTranslation('monitor');
  const said = (part: ReportPart) => entryOf(strategy, part)?.value ?? '';
  const level = levels.find((value) => value === said('fidelity'));
  const advice = recommendations.find((value) => value === said('recommendation'));
  const students = said('students_reached');
  const texts = (['evidence', 'meaning', 'advice'] as const).filter((part) => said(part));
  return (
    <Stack gap="md">
      <dl className={classes.facts}>
        <div>
          <dt>{t('parts.fidelity.short')}</dt>
          <dd>{level ? `${level} · ${t(`fidelity.${level}.label`)}` : t('notSaid')}</dd>
        </div>
        <div>
          <dt>{t('parts.adults_reached.label')}</dt>
          <dd>
            {said('adults_reached')
              ? t('reachedOf', {
                  reached: said('adults_reached'),
                  expected: said('adults_expected') || '?',
                })
              : t('notSaid')}
          </dd>
        </div>
        <div>
          <dt>{t('parts.students_reached.label')}</dt>
          <dd>{students === 'few' ? t('few') : students || t('notSaid')}</dd>
        </div>
        <div>
          <dt>{t('parts.recommendation.short')}</dt>
          <dd>{advice ? t(`recommend.${advice}`) : t('notSaid')}</dd>
        </div>
      </dl>
      {texts.map((part) => (
        <div key={part}>
          <Text fw={600}>{t(`parts.${part}.label`)}</Text>
          <Text className={classes.text} dir="auto">
            {said(part)}
          </Text>
        </div>
      ))}
    </Stack>
  );
}

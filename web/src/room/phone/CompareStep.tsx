import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConsensusText } from '../parts/ConsensusText';
import { ResultsView } from '../parts/ResultsView';
import { RowResult } from '../parts/RowResult';
import { SortResult } from '../parts/SortResult';
import { useRoomHere } from '../RoomContext';
import { comparedStep, phaseOf } from '../rules/agenda';
import type { AgendaStep } from '../rules/events';
import { Prompts } from './ReadStep';

/** What everybody rated, row by row; the room's focus comes first. Hidden until the reveal. */
export function CompareStep({ step, kind }: { step: AgendaStep; kind: 'rate' | 'sort' }) {
  const { t } = useTranslation('room');
  const { room, pack } = useRoomHere();
  const compared = comparedStep(room.workshop.agenda, step, kind);
  const { focus } = room.stage;
  if (!compared || phaseOf(room, compared.id) !== 'revealed')
    return <Text c="dimmed">{t('compare.hidden')}</Text>;
  const mine = (subject: string) =>
    room.mine.find((m) => m.step === compared.id && m.subject === subject)?.value;
  if (kind === 'sort')
    return (
      <Stack gap="lg">
        <Prompts prompts={step.prompts} />
        <ResultsView step={compared.id}>
          {(results) => <SortResult results={results} focus={focus} />}
        </ResultsView>
      </Stack>
    );
  const { rows, levels } = pack.continuum;
  const shown = rows.filter(({ id }) => focus === '' || focus === id);
  return (
    <Stack gap="xl">
      <Prompts prompts={step.prompts} />
      <ResultsView step={compared.id}>
        {(results) =>
          (shown.length > 0 ? shown : rows).map((row) => {
            const result = results.rows.find(({ subject }) => subject === row.id);
            return (
              <section key={row.id} lang={pack.language}>
                <Title order={2} size="h3" mb="sm">
                  {row.title}
                </Title>
                <Stack gap="md">
                  <ConsensusText subject={row.id} />
                  {result && <RowResult result={result} levels={levels} mine={mine(row.id)} />}
                </Stack>
              </section>
            );
          })
        }
      </ResultsView>
    </Stack>
  );
}

import { Accordion, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { type Results, ResultsView } from '@/room/parts/ResultsView';
import { RowResult } from '@/room/parts/RowResult';
import { SortResult } from '@/room/parts/SortResult';
import { Tally } from '@/room/parts/Tally';
import { useRoomHere } from '@/room/RoomContext';
import { alphaWord } from '@/room/rules/agreement';
import type { AgendaStep } from '@/room/rules/events';
import { keyed } from '@/room/rules/keyed';

/** What a step has come to so far, for who leads. */
export function StepResults({ step }: { step: AgendaStep }) {
  return (
    <ResultsView step={step.id}>
      {(results) => {
        if (step.kind === 'pick') return <Tally results={results} />;
        if (step.kind === 'sort') return <SortResult results={results} focus="" />;
        if (step.kind === 'discuss') return <Said step={step} results={results} />;
        return <Ratings results={results} />;
      }}
    </ResultsView>
  );
}

function Ratings({ results }: { results: Results }) {
  const { pack } = useRoomHere();
  const { rows, levels } = pack.continuum;
  return (
    <Stack gap="md">
      <Alpha results={results} />
      <Accordion variant="separated" multiple>
        {rows.map((row) => {
          const result = results.rows.find(({ subject }) => subject === row.id);
          return (
            <Accordion.Item key={row.id} value={row.id}>
              <Accordion.Control>
                {row.title} ({result?.answers ?? 0})
              </Accordion.Control>
              <Accordion.Panel>
                {result && <RowResult result={result} levels={levels} />}
              </Accordion.Panel>
            </Accordion.Item>
          );
        })}
      </Accordion>
    </Stack>
  );
}

/** How far the room agrees over all rows, in words and with the figure. */
export function Alpha({ results }: { results: Results }) {
  const { t } = useTranslation('room');
  const format = useFormat();
  if (results.alpha === null) return null;
  const a = format.number(results.alpha, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
  return (
    <div>
      <Text fw={650}>{t(`alpha.${alphaWord(results.alpha)}`)}</Text>
      <Text size="sm" c="dimmed">
        {t('alpha.figure', { a })}
      </Text>
    </div>
  );
}

export function Said({ step, results }: { step: AgendaStep; results: Results }) {
  const { t } = useTranslation('workshop');
  const { room } = useRoomHere();
  const group = (id: string) => room.workshop.groups.find((g) => g.id === id)?.name;
  return (
    <Stack gap="md">
      {step.prompts.map((prompt, index) => {
        const said = results.rows.find(({ subject }) => subject === `${index + 1}`)?.evidence ?? [];
        return (
          <section key={prompt}>
            <Text fw={650}>{prompt}</Text>
            {said.length === 0 && <Text c="dimmed">{t('lead.nothingYet')}</Text>}
            <ul>
              {keyed(said).map(({ item: { group_id, text }, key }) => (
                <li key={key}>
                  {group(group_id) && <strong>{group(group_id)}: </strong>}
                  {text}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Stack>
  );
}

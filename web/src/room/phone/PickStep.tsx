import { Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ResultsView } from '../parts/ResultsView';
import { Tally } from '../parts/Tally';
import { useAnswer, useRoomHere } from '../RoomContext';
import type { StepPhase } from '../rules/agenda';
import type { AgendaStep } from '../rules/events';
import { AnswerState } from './AnswerState';
import classes from './phone.module.css';

/** The outcome that speaks to one most, and why; after the reveal, what everybody picked. */
export function PickStep({ step, phase }: { step: AgendaStep; phase: StepPhase }) {
  const { t } = useTranslation('room');
  const { pack } = useRoomHere();
  const answer = useAnswer(step.id, 'outcome');
  const open = phase === 'open';
  const words = (id: string) => pack.outcomes.find((outcome) => outcome.id === id)?.text ?? id;
  return (
    <Stack gap="lg">
      {phase === 'revealed' && (
        <ResultsView step={step.id}>
          {(results) => <Tally results={results} mine={answer.value.value} />}
        </ResultsView>
      )}
      {open ? (
        <Radio.Group
          label={
            <Title order={2} size="h3">
              {t('pick.ask')}
            </Title>
          }
          labelElement="div"
          value={answer.value.value}
          onChange={(value) => answer.set({ value })}
          readOnly={!open}
        >
          <Stack gap="sm" mt="xs" lang={pack.language}>
            {pack.outcomes.map(({ id, text }) => (
              <div key={id} className={classes.choice}>
                <Radio value={id} label={text} />
              </div>
            ))}
          </Stack>
        </Radio.Group>
      ) : (
        answer.value.value !== '' && (
          <div className={classes.choice} lang={pack.language}>
            <Text size="sm" c="dimmed">
              {t('yours')}
            </Text>
            {words(answer.value.value)}
          </div>
        )
      )}
      <div>
        <Textarea
          label={step.prompts[0] ?? t('pick.why')}
          description={t('pick.whyHelp')}
          value={answer.value.text}
          readOnly={!open}
          minRows={3}
          maxLength={4000}
          onChange={({ currentTarget: { value } }) => answer.set({ text: value })}
          onBlur={answer.flush}
        />
        <AnswerState answer={answer} words={words} />
        {open && answer.value.value === '' && answer.value.text !== '' && (
          <Text size="sm" c="dimmed">
            {t('pick.choose')}
          </Text>
        )}
      </div>
    </Stack>
  );
}

import { List, Stack, Text, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { stepOf } from '../pack';
import { useAnswer, useRoomHere } from '../RoomContext';
import type { StepPhase } from '../rules/agenda';
import type { AgendaStep } from '../rules/events';
import { AnswerState } from './AnswerState';

/** Talk first; what should be kept of it goes into the fields. */
export function DiscussStep({ step, phase }: { step: AgendaStep; phase: StepPhase }) {
  const { t } = useTranslation('room');
  const { pack } = useRoomHere();
  const about = stepOf(pack, step.step_id)?.about ?? [];
  return (
    <Stack gap="lg">
      {about.includes('outcomes') && (
        <section lang={pack.language}>
          <Title order={2} size="h3" mb="xs">
            {t('outcomes')}
          </Title>
          <List spacing="xs">
            {pack.outcomes.map(({ id, text }) => (
              <List.Item key={id}>{text}</List.Item>
            ))}
          </List>
        </section>
      )}
      {step.prompts.map((prompt, index) => (
        <PromptField
          key={`${step.id} ${prompt}`}
          step={step}
          subject={`${index + 1}`}
          prompt={prompt}
          open={phase === 'open'}
        />
      ))}
      {step.prompts.length === 0 && <Text c="dimmed">{t('listen')}</Text>}
    </Stack>
  );
}

function PromptField({ step, subject, prompt, open }: PromptFieldProps) {
  const { t } = useTranslation('room');
  const answer = useAnswer(step.id, subject);
  return (
    <div>
      <Textarea
        label={prompt}
        description={t(step.by === 'group' ? 'discuss.group' : 'discuss.seat')}
        value={answer.value.text}
        readOnly={!open}
        minRows={4}
        maxLength={4000}
        onChange={({ currentTarget: { value } }) => answer.set({ text: value })}
        onBlur={answer.flush}
      />
      <AnswerState answer={answer} words={(value) => value} />
    </div>
  );
}

interface PromptFieldProps {
  step: AgendaStep;
  subject: string;
  prompt: string;
  open: boolean;
}

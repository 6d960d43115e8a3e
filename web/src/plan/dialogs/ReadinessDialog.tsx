import { Fieldset, Input, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { libraryQuery } from '@/strategy/queries';
import { usePlanPage } from '../PlanContext';
import { saveReadiness } from '../planApi';
import type { PlanStrategy, ReadinessFields } from '../queries';
import {
  answers,
  draftOf,
  fieldsOf,
  nothing,
  type ReadinessDraft,
  scores,
  supportStates,
} from '../rules/readiness';
import { RecordDialog, type Versioned } from './RecordDialog';

type Rec = ReadinessFields & Versioned;

interface ReadinessDialogProps {
  strategy: PlanStrategy;
  gone: boolean;
  onClose: () => void;
}

/** The library's questions are part of the form, so it waits for them. */
export function ReadinessDialog(props: ReadinessDialogProps) {
  const { district } = usePlanPage();
  const { data } = useQuery(libraryQuery(district));
  if (!data) return null;
  const entry = data.find(({ id }) => id === props.strategy.library_id);
  return <ReadinessForm {...props} questions={entry?.questions ?? []} />;
}

type Form = UseFormReturnType<ReadinessDraft>;

function ReadinessForm(props: ReadinessDialogProps & { questions: string[] }) {
  const { strategy, gone, onClose, questions } = props;
  const { t } = useTranslation('plan');
  const { district } = usePlanPage();
  const words = (field: keyof ReadinessDraft, value: ReadinessDraft[keyof ReadinessDraft]) => {
    const draft = { ...empty, [field]: value } as ReadinessDraft;
    return [
      ...draft.supports
        .filter(({ state }) => state)
        .map(
          ({ system, state }) =>
            `${t(`system.${system}`)}: ${t(`ready.state.${state || 'missing'}`)}`,
        ),
      ...draft.ratings
        .filter(({ score }) => score)
        .map(({ facet, score }) => `${t(`ready.facet.${facet}.name`)}: ${score}`),
      ...draft.answers
        .filter(({ answer }) => answer)
        .map(({ question, answer }) => `${question} ${t(`ready.answer.${answer || 'no'}`)}`),
    ].join('; ');
  };
  return (
    <RecordDialog<Rec, ReadinessDraft>
      title={t('ready.title')}
      name={`readiness.${strategy.id}`}
      record={strategy.readiness ?? nothing}
      gone={gone}
      fields={(record) => draftOf(record, strategy, { questions })}
      save={(draft, version) =>
        saveReadiness({ district, strategy: strategy.id, fields: fieldsOf(draft), version })
      }
      label={(field) => t(`ready.fields.${field}`)}
      show={words}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Text fw={600}>{strategy.title}</Text>
          <Text c="dimmed">{t('ready.lead')}</Text>
          <Ratings form={form} />
          {form.values.supports.length > 0 && <Supports form={form} />}
          {form.values.answers.length > 0 && <Questions form={form} />}
        </>
      )}
    </RecordDialog>
  );
}

const empty: ReadinessDraft = { supports: [], ratings: [], answers: [] };

function Ratings({ form }: { form: Form }) {
  const { t } = useTranslation('plan');
  return (
    <Fieldset legend={t('ready.fields.ratings')}>
      <Stack gap="lg">
        {form.values.ratings.map(({ facet }, i) => (
          <Stack key={facet} gap="xs">
            <Input.Wrapper
              label={t(`ready.facet.${facet}.name`)}
              description={t(`ready.facet.${facet}.question`)}
              labelElement="div"
            >
              <SegmentedControl
                fullWidth
                mt={4}
                aria-label={t(`ready.facet.${facet}.name`)}
                data={[
                  { value: '', label: t('ready.notRated') },
                  ...scores.map((value) => ({ value, label: value })),
                ]}
                {...form.getInputProps(`ratings.${i}.score`)}
              />
            </Input.Wrapper>
            <TextInput
              aria-label={t('ready.noteOf', { what: t(`ready.facet.${facet}.name`) })}
              placeholder={t('ready.note')}
              maxLength={500}
              {...form.getInputProps(`ratings.${i}.note`)}
            />
          </Stack>
        ))}
      </Stack>
    </Fieldset>
  );
}

function Supports({ form }: { form: Form }) {
  const { t } = useTranslation('plan');
  return (
    <Fieldset legend={t('ready.fields.supports')}>
      <Stack gap="lg">
        {form.values.supports.map(({ system }, i) => (
          <Stack key={system} gap="xs">
            <Textarea
              label={t(`system.${system}`)}
              description={t('ready.providesHint')}
              maxLength={1000}
              maxRows={6}
              {...form.getInputProps(`supports.${i}.provides`)}
            />
            <SegmentedControl
              fullWidth
              aria-label={t('ready.stateOf', { what: t(`system.${system}`) })}
              data={[
                { value: '', label: t('ready.notRated') },
                ...supportStates.map((value) => ({ value, label: t(`ready.state.${value}`) })),
              ]}
              {...form.getInputProps(`supports.${i}.state`)}
            />
            <TextInput
              aria-label={t('ready.ownerOf', { what: t(`system.${system}`) })}
              placeholder={t('ready.owner')}
              maxLength={200}
              {...form.getInputProps(`supports.${i}.owner_name`)}
            />
          </Stack>
        ))}
      </Stack>
    </Fieldset>
  );
}

function Questions({ form }: { form: Form }) {
  const { t } = useTranslation('plan');
  return (
    <Fieldset legend={t('ready.fields.answers')}>
      <Stack gap="lg">
        {form.values.answers.map(({ question }, i) => (
          <Stack key={question} gap="xs">
            <Input.Wrapper label={question} labelElement="div">
              <SegmentedControl
                fullWidth
                mt={4}
                aria-label={question}
                data={[
                  { value: '', label: t('ready.notRated') },
                  ...answers.map((value) => ({ value, label: t(`ready.answer.${value}`) })),
                ]}
                {...form.getInputProps(`answers.${i}.answer`)}
              />
            </Input.Wrapper>
            <TextInput
              aria-label={t('ready.noteOf', { what: question })}
              placeholder={t('ready.note')}
              maxLength={500}
              {...form.getInputProps(`answers.${i}.note`)}
            />
          </Stack>
        ))}
      </Stack>
    </Fieldset>
  );
}

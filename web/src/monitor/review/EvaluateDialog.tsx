import { Alert, Fieldset, Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, ifMatch } from '@/api/client';
import { currentOf, fieldErrors } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { FormDialog } from '@/app/ui/FormDialog';
import { useDistrict } from '@/identity/session';
import { type Evaluation, type EvaluationFields, staleWithMonitoring } from '../queries';
import { questions } from './questions';

export interface Subject {
  kind: 'goal' | 'strategy';
  id: string;
  title: string;
  year: string;
  evaluation: Evaluation | null;
}

const conclusions = ['open', 'keep', 'adjust', 'stop'] as const;
const ratings = ['4', '3', '2', '1', '0'] as const;

function fieldsOf(evaluation: Evaluation | null): EvaluationFields {
  const judgement = { rating: null, evidence: '' };
  return {
    readiness: evaluation?.readiness ?? judgement,
    knowledge: evaluation?.knowledge ?? judgement,
    opportunity: evaluation?.opportunity ?? judgement,
    fidelity: evaluation?.fidelity ?? judgement,
    impact: evaluation?.impact ?? judgement,
    conclusion: evaluation?.conclusion ?? 'open',
    reason: evaluation?.reason ?? '',
  };
}

/** The five questions, each rated with its evidence, and what follows. */
export function EvaluateDialog({ subject, close }: { subject: Subject; close: () => void }) {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const [version, setVersion] = useState(subject.evaluation?.version ?? 0);
  const [raced, setRaced] = useState('');
  const form = useForm<EvaluationFields>({
    initialValues: fieldsOf(subject.evaluation),
    validate: {
      reason: (text, { conclusion }) =>
        conclusion !== 'open' && !text.trim() ? t('evaluation.reasonNeeded') : null,
    },
  });
  const { id, kind, year } = subject;
  const save = useSend<EvaluationFields, Evaluation>({
    send: (fields) =>
      kind === 'goal'
        ? body(
            api.PUT('/districts/{district}/plan/goals/{goal}/evaluations/{year}', {
              params: { path: { district, goal: id, year }, header: ifMatch(version) },
              body: fields,
            }),
          )
        : body(
            api.PUT('/districts/{district}/plan/strategies/{strategy}/evaluations/{year}', {
              params: { path: { district, strategy: id, year }, header: ifMatch(version) },
              body: fields,
            }),
          ),
    stale: staleWithMonitoring(district),
    said: t('evaluation.saved'),
    handles: [412, 422],
    done: close,
  });
  const submit = () => {
    if (form.validate().hasErrors) return;
    save.mutate(form.getValues(), {
      onError: (error) => {
        const current = currentOf<Evaluation>(error);
        if (current) {
          setVersion(current.version);
          setRaced(current.updated_by);
        }
        form.setErrors(fieldErrors(error));
      },
    });
  };
  return (
    <FormDialog
      opened
      title={t('evaluation.dialog', { name: subject.title, year })}
      onClose={close}
      dirty={form.isDirty()}
      saving={save.isPending}
      onSubmit={submit}
    >
      {raced && (
        <Alert role="alert" color="yellow.8" variant="outline">
          {t('learning.raced', { by: raced })}
        </Alert>
      )}
      <Text>{t('evaluation.how')}</Text>
      {questions.map((question, place) => (
        <Fieldset key={question} legend={t(`evaluation.questions.${question}.name`)}>
          <Text mb="sm">{t(`evaluation.questions.${question}.ask`)}</Text>
          <Select
            label={t('evaluation.rating')}
            data={ratings.map((value) => ({
              value,
              label: `${value} · ${t(`evaluation.ratings.${value}`)}`,
            }))}
            clearable
            placeholder={t('evaluation.notRated')}
            data-autofocus={place === 0 || undefined}
            value={String(form.values[question].rating ?? '') || null}
            onChange={(value) =>
              form.setFieldValue(question, {
                ...form.getValues()[question],
                rating: value === null ? null : Number(value),
              })
            }
          />
          <Textarea
            mt="sm"
            label={t('evaluation.evidence')}
            maxLength={4000}
            {...form.getInputProps(`${question}.evidence`)}
          />
        </Fieldset>
      ))}
      <Select
        label={t('evaluation.conclusion')}
        data={conclusions.map((value) => ({ value, label: t(`evaluation.conclusions.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('conclusion')}
      />
      <Textarea label={t('evaluation.reason')} maxLength={4000} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}

import { Alert, Button, Select, SimpleGrid, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, ifMatch } from '@/api/client';
import { currentOf, fieldErrors } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { confirm } from '@/app/ui/confirm';
import { FormDialog } from '@/app/ui/FormDialog';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import { EDIT, may, useDistrict, useMySchools } from '@/identity/session';
import { planQuery } from '@/plan/queries';
import { type LearningCycle, type LearningFields, staleWithMonitoring } from '../queries';
import { strategiesFor } from './kinds';

export type Asked =
  | { kind: 'begin'; school: string | null }
  | { kind: 'again'; row: LearningCycle }
  | { kind: 'edit'; row: LearningCycle };

type Draft = Omit<LearningFields, 'strategy_id' | 'starts_on' | 'ends_on'> & {
  school: string | null;
  strategy_id: string | null;
  starts_on: string;
  ends_on: string;
};

function draftOf(asked: Asked, school: string | null): Draft {
  const blank: Draft = {
    school,
    strategy_id: null,
    title: '',
    plan: '',
    prediction: '',
    starts_on: '',
    ends_on: '',
    happened: '',
    learned: '',
    decision: 'open',
    next_step: '',
    follows_id: null,
  };
  if (asked.kind === 'begin') return blank;
  const { row } = asked;
  if (asked.kind === 'again') {
    return {
      ...blank,
      school: row.school_id,
      strategy_id: row.strategy_id,
      title: row.title,
      plan: row.next_step,
      follows_id: row.id,
    };
  }
  return {
    school: row.school_id,
    strategy_id: row.strategy_id,
    title: row.title,
    plan: row.plan,
    prediction: row.prediction,
    starts_on: row.starts_on ?? '',
    ends_on: row.ends_on ?? '',
    happened: row.happened,
    learned: row.learned,
    decision: row.decision,
    next_step: row.next_step,
    follows_id: row.follows_id ?? null,
  };
}

const decisions = ['open', 'adopt', 'adapt', 'abandon'] as const;

/** One round: first the plan and the prediction, later what happened and what was learned. */
export function LearningDialog({ asked, close }: { asked: Asked; close: () => void }) {
  const { t } = useTranslation(['monitor', 'app']);
  const { id: district, grants } = useDistrict();
  const mine = useMySchools();
  const anywhere = may(grants, { district: EDIT });
  const { data: plan } = useQuery(planQuery(district));
  const editing = asked.kind === 'edit' ? asked.row : null;
  // Who loses a race keeps what they typed and may save over what they are told about.
  const [version, setVersion] = useState(editing?.version ?? 0);
  const [raced, setRaced] = useState('');
  const first =
    asked.kind === 'begin' ? (asked.school ?? (anywhere ? null : (mine[0] ?? null))) : null;
  const form = useForm<Draft>({
    initialValues: draftOf(asked, first),
    validate: {
      school: (school) => (school ? null : t('required')),
      strategy_id: (id) => (id ? null : t('required')),
      title: (text) => (text.trim() ? null : t('required')),
      ends_on: (day, { starts_on }) =>
        day && starts_on && day < starts_on ? t('learning.endsBefore') : null,
      happened: (text, { decision }) =>
        decision !== 'open' && !text.trim() ? t('learning.beforeDeciding') : null,
      learned: (text, { decision }) =>
        decision !== 'open' && !text.trim() ? t('learning.beforeDeciding') : null,
    },
  });
  const save = useSend<{ school: string; fields: LearningFields }, LearningCycle>({
    send: ({ school, fields }, { create }) =>
      editing
        ? body(
            api.PUT('/districts/{district}/learning-cycles/{learning_cycle}', {
              params: { path: { district, learning_cycle: editing.id }, header: ifMatch(version) },
              body: fields,
            }),
          )
        : body(
            api.POST('/districts/{district}/schools/{school}/learning-cycles', {
              params: { path: { district, school }, header: create },
              body: fields,
            }),
          ),
    stale: staleWithMonitoring(district),
    said: t('learning.saved'),
    handles: [412, 422],
    done: close,
  });
  const remove = useSend({
    send: (row: LearningCycle) =>
      api.DELETE('/districts/{district}/learning-cycles/{learning_cycle}', {
        params: { path: { district, learning_cycle: row.id }, header: ifMatch(row.version) },
      }),
    stale: staleWithMonitoring(district),
    said: t('learning.removed'),
    done: close,
  });
  const askRemove = async (row: LearningCycle) => {
    const sure = await confirm({
      title: t('learning.removeTitle'),
      text: t('learning.removeText', { title: row.title }),
      action: t('app:remove'),
      danger: true,
    });
    if (sure) remove.mutate(row);
  };
  const submit = () => {
    if (form.validate().hasErrors) return;
    const { school, strategy_id, starts_on, ends_on, ...rest } = form.getValues();
    save.mutate(
      {
        school: school ?? '',
        fields: {
          ...rest,
          strategy_id: strategy_id ?? '',
          starts_on: starts_on || null,
          ends_on: ends_on || null,
        },
      },
      {
        onError: (error) => {
          const current = currentOf<LearningCycle>(error);
          if (current) {
            setVersion(current.version);
            setRaced(current.updated_by);
          }
          form.setErrors(fieldErrors(error));
        },
      },
    );
  };
  const fixed = asked.kind !== 'begin';
  return (
    <FormDialog
      opened
      title={t(editing ? 'learning.edit' : fixed ? 'learning.again' : 'learning.begin')}
      onClose={close}
      dirty={form.isDirty()}
      saving={save.isPending}
      onSubmit={submit}
      aside={
        editing && (
          <Button
            variant="subtle"
            leftSection={<IconTrash aria-hidden size={18} />}
            onClick={() => void askRemove(editing)}
          >
            {t('app:remove')}
          </Button>
        )
      }
    >
      {raced && (
        <Alert role="alert" color="yellow.8" variant="outline">
          {t('learning.raced', { by: raced })}
        </Alert>
      )}
      {!fixed && (
        <>
          <SchoolPicker
            label={t('cycles.school')}
            value={form.values.school}
            {...(anywhere ? {} : { only: mine })}
            onChange={(school) => form.setValues({ school, strategy_id: null })}
            error={form.errors.school}
          />
          <Select
            label={t('strategy')}
            searchable
            disabled={!form.values.school}
            data={strategiesFor(plan, form.values.school).map(({ strategy }) => ({
              value: strategy.id,
              label: strategy.title,
            }))}
            {...form.getInputProps('strategy_id')}
          />
        </>
      )}
      <TextInput
        label={t('learning.fields.title')}
        maxLength={200}
        data-autofocus
        {...form.getInputProps('title')}
      />
      <Title order={3}>{t('learning.steps.plan')}</Title>
      <Textarea
        label={t('learning.fields.plan')}
        description={t('learning.help.plan')}
        maxLength={4000}
        {...form.getInputProps('plan')}
      />
      <Textarea
        label={t('learning.fields.prediction')}
        description={t('learning.help.prediction')}
        maxLength={4000}
        {...form.getInputProps('prediction')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          type="date"
          label={t('learning.fields.starts_on')}
          {...form.getInputProps('starts_on')}
        />
        <TextInput
          type="date"
          label={t('learning.fields.ends_on')}
          {...form.getInputProps('ends_on')}
        />
      </SimpleGrid>
      <Title order={3}>{t('learning.steps.do')}</Title>
      <Textarea
        label={t('learning.fields.happened')}
        description={t('learning.help.happened')}
        maxLength={4000}
        {...form.getInputProps('happened')}
      />
      <Title order={3}>{t('learning.steps.study')}</Title>
      <Textarea
        label={t('learning.fields.learned')}
        description={t('learning.help.learned')}
        maxLength={4000}
        {...form.getInputProps('learned')}
      />
      <Title order={3}>{t('learning.steps.act')}</Title>
      <Select
        label={t('learning.fields.decision')}
        data={decisions.map((value) => ({ value, label: t(`learning.decisions.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('decision')}
      />
      <Textarea
        label={t('learning.fields.next_step')}
        maxLength={4000}
        {...form.getInputProps('next_step')}
      />
    </FormDialog>
  );
}

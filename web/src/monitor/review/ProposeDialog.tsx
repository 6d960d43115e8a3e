import { NumberInput, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '@/api/client';
import { fieldErrors } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { FormDialog } from '@/app/ui/FormDialog';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import { EDIT, may, useDistrict, useMySchools } from '@/identity/session';
import { planQuery } from '@/plan/queries';
import { type Adjustment, type AdjustmentFields, staleWithMonitoring } from '../queries';
import { kinds, openActivities, strategiesFor, strategyIn } from './kinds';

interface ProposeDialogProps {
  close: () => void;
  /** Where the proposal comes from; without, all of it is chosen here. */
  strategy?: string;
  school?: string | null;
  report?: string;
  reason?: string;
}

type Draft = Omit<AdjustmentFields, 'new_value' | 'new_date' | 'strategy_id'> & {
  school: string | null;
  strategy_id: string | null;
  new_value: number | string;
  new_date: string;
};

/** A change of the plan is proposed: what, why, and what it does if it is accepted. */
export function ProposeDialog({
  close,
  strategy,
  school,
  report,
  reason = '',
}: ProposeDialogProps) {
  const { t } = useTranslation(['monitor', 'app']);
  const { id: district, grants } = useDistrict();
  const mine = useMySchools();
  const forDistrict = may(grants, { district: EDIT });
  const { data: plan } = useQuery(planQuery(district));
  const needed = (value: unknown) => (value ? null : t('required'));
  const form = useForm<Draft>({
    initialValues: {
      school: school === undefined ? (forDistrict ? null : (mine[0] ?? null)) : school,
      strategy_id: strategy ?? null,
      report_id: report ?? null,
      title: '',
      reason,
      kind: 'note',
      measure_id: null,
      activity_id: null,
      new_title: '',
      new_date: '',
      new_value: '',
    },
    validate: {
      strategy_id: needed,
      title: (text) => needed(text.trim()),
      reason: (text) => needed(text.trim()),
      measure_id: (id, { kind }) => (kind === 'end_target' ? needed(id) : null),
      new_value: (value, { kind }) =>
        kind === 'end_target' && value === '' ? t('required') : null,
      activity_id: (id, { kind }) =>
        kind === 'activity_due' || kind === 'activity_drop' ? needed(id) : null,
      new_date: (day, { kind }) => (kind === 'activity_due' ? needed(day) : null),
      new_title: (text, { kind }) => (kind === 'new_activity' ? needed(text.trim()) : null),
    },
  });
  const propose = useSend<{ fields: AdjustmentFields; place: string | null }, Adjustment>({
    send: ({ fields, place }, { create }) =>
      place
        ? body(
            api.POST('/districts/{district}/schools/{school}/adjustments', {
              params: { path: { district, school: place }, header: create },
              body: fields,
            }),
          )
        : body(
            api.POST('/districts/{district}/adjustments', {
              params: { path: { district }, header: create },
              body: fields,
            }),
          ),
    stale: staleWithMonitoring(district),
    said: t('adjustment.proposedSaid'),
    handles: [422],
    done: close,
  });
  const draft = form.values;
  const found = strategyIn(plan, draft.strategy_id);
  const offered = kinds.filter((kind) => kind !== 'stop_strategy' || !draft.school);
  const submit = () => {
    if (form.validate().hasErrors) return;
    const { school: place, strategy_id, new_value, new_date, ...rest } = form.getValues();
    const { kind } = rest;
    const fields: AdjustmentFields = {
      ...rest,
      strategy_id: strategy_id ?? '',
      measure_id: kind === 'end_target' ? (rest.measure_id ?? null) : null,
      activity_id: kind.startsWith('activity') ? (rest.activity_id ?? null) : null,
      new_title: kind === 'new_activity' ? rest.new_title : '',
      new_date:
        ['end_target', 'activity_due', 'new_activity'].includes(kind) && new_date ? new_date : null,
      new_value: kind === 'end_target' && new_value !== '' ? Number(new_value) : null,
    };
    propose.mutate({ fields, place }, { onError: (error) => form.setErrors(fieldErrors(error)) });
  };
  return (
    <FormDialog
      opened
      title={t('adjustment.propose')}
      onClose={close}
      dirty={form.isDirty()}
      saving={propose.isPending}
      onSubmit={submit}
      action={t('adjustment.send')}
    >
      {school === undefined && (
        <SchoolPicker
          label={t('adjustment.where')}
          {...(forDistrict ? { none: t('theDistrict') } : { only: mine })}
          allowDeselect={false}
          value={draft.school}
          onChange={(picked) =>
            form.setValues({ school: picked, strategy_id: null, activity_id: null, kind: 'note' })
          }
        />
      )}
      {!strategy && (
        <Select
          label={t('strategy')}
          searchable
          data={strategiesFor(plan, draft.school).map(({ strategy: one }) => ({
            value: one.id,
            label: one.title,
          }))}
          {...form.getInputProps('strategy_id')}
        />
      )}
      <TextInput
        label={t('adjustment.title')}
        maxLength={200}
        data-autofocus
        {...form.getInputProps('title')}
      />
      <Textarea
        label={t('adjustment.reason')}
        description={t('adjustment.reasonHelp')}
        maxLength={4000}
        {...form.getInputProps('reason')}
      />
      <Select
        label={t('adjustment.kind')}
        description={t('adjustment.kindHelp')}
        data={offered.map((kind) => ({ value: kind, label: t(`adjustment.kinds.${kind}`) }))}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      {draft.kind === 'end_target' && (
        <>
          <Select
            label={t('adjustment.measure')}
            data={(found?.goal.measures ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('measure_id')}
          />
          <NumberInput
            label={t('adjustment.newTarget')}
            hideControls
            {...form.getInputProps('new_value')}
          />
        </>
      )}
      {(draft.kind === 'activity_due' || draft.kind === 'activity_drop') && (
        <Select
          label={t('adjustment.activity')}
          data={(found ? openActivities(found, draft.school) : []).map(({ id, title }) => ({
            value: id,
            label: title,
          }))}
          nothingFoundMessage={t('adjustment.noActivities')}
          searchable
          {...form.getInputProps('activity_id')}
        />
      )}
      {draft.kind === 'new_activity' && (
        <TextInput
          label={t('adjustment.newActivity')}
          maxLength={300}
          {...form.getInputProps('new_title')}
        />
      )}
      {(draft.kind === 'activity_due' ||
        draft.kind === 'new_activity' ||
        draft.kind === 'end_target') && (
        <TextInput
          type="date"
          label={t(draft.kind === 'end_target' ? 'adjustment.targetDay' : 'adjustment.newDay')}
          {...form.getInputProps('new_date')}
        />
      )}
      {draft.kind === 'stop_strategy' && <Text>{t('adjustment.stopMeans')}</Text>}
    </FormDialog>
  );
}

import { NumberInput, SegmentedControl, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api, body } from '@/api/client';
import { fieldErrors } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { FormDialog } from '@/app/ui/FormDialog';
import { today } from '@/app/ui/format';
import { useDistrict } from '@/identity/session';
import { type Report, type ReportMeasure, staleWithMonitoring, type ValueFields } from '../queries';
import { useGroups } from '../useGroups';

interface ValueDialogProps {
  report: Report;
  measure: ReportMeasure;
  close: () => void;
}

interface Draft {
  taken_on: string;
  /** Empty: all students. */
  group: string;
  way: 'count' | 'value';
  value: number | string;
  count: number | string;
  n: number | string;
}

const asNumber = (typed: number | string) => (typed === '' ? null : Number(typed));

/** A value of a measure on a day: a percentage as 'so many of so many' or as it is known. */
export function ValueDialog({ report, measure, close }: ValueDialogProps) {
  const { t } = useTranslation(['monitor', 'app']);
  const { id: district } = useDistrict();
  const { offered } = useGroups();
  const share = measure.unit === '%';
  const form = useForm<Draft>({
    initialValues: {
      taken_on: '',
      group: '',
      way: share ? 'count' : 'value',
      value: '',
      count: '',
      n: '',
    },
    validate: {
      taken_on: (day) => (day ? null : t('required')),
      value: (value, { way }) => (way === 'value' && value === '' ? t('required') : null),
      count: (count, { way }) => (way === 'count' && count === '' ? t('required') : null),
      n: (n, { group }) => (n === '' && (share || group !== '') ? t('required') : null),
    },
  });
  const add = useSend({
    send: (fields: ValueFields, { create }) =>
      body(
        api.POST('/districts/{district}/monitoring/reports/{report}/values', {
          params: { path: { district, report: report.id }, header: create },
          body: fields,
        }),
      ),
    stale: staleWithMonitoring(district),
    said: (value) => t(value.suppressed ? 'values.addedHidden' : 'values.added'),
    handles: [422],
    done: close,
  });
  const { way } = form.values;
  const submit = () => {
    if (form.validate().hasErrors) return;
    const { taken_on, group, value, count, n } = form.getValues();
    add.mutate(
      {
        measure_id: measure.measure_id,
        taken_on,
        group_id: group || null,
        value: way === 'value' ? asNumber(value) : null,
        count: way === 'count' ? asNumber(count) : null,
        n: asNumber(n),
      },
      {
        onError: (error) => {
          const { group_id, ...errors } = fieldErrors(error);
          form.setErrors({ ...errors, ...(group_id && { group: group_id }) });
        },
      },
    );
  };
  const numbers = { hideControls: true, min: 0, thousandSeparator: ',' } as const;
  return (
    <FormDialog
      opened
      title={t('values.addTo', { measure: measure.name })}
      onClose={close}
      dirty={form.isDirty()}
      saving={add.isPending}
      onSubmit={submit}
      action={t('values.add')}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          type="date"
          label={t('values.taken_on')}
          max={today()}
          data-autofocus
          {...form.getInputProps('taken_on')}
        />
        <Select
          label={t('values.group')}
          data={[
            { value: '', label: t('allStudents') },
            ...offered.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          searchable
          allowDeselect={false}
          {...form.getInputProps('group')}
        />
      </SimpleGrid>
      {share && (
        <SegmentedControl
          aria-label={t('values.way')}
          data={[
            { value: 'count', label: t('values.ways.count') },
            { value: 'value', label: t('values.ways.value') },
          ]}
          {...form.getInputProps('way')}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {way === 'count' ? (
          <NumberInput
            {...numbers}
            label={t('values.count')}
            allowDecimal={false}
            {...form.getInputProps('count')}
          />
        ) : (
          <NumberInput
            {...numbers}
            min={Number.MIN_SAFE_INTEGER}
            label={share ? t('values.percent') : t('values.value')}
            {...form.getInputProps('value')}
          />
        )}
        <NumberInput
          {...numbers}
          label={t('values.students')}
          allowDecimal={false}
          {...form.getInputProps('n')}
        />
      </SimpleGrid>
      <Text c="dimmed" size="sm">
        {t('values.smallGroups')}
      </Text>
    </FormDialog>
  );
}

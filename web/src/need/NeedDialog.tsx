import {
  MultiSelect,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDistrict } from '@/identity/session';
import { EditDialog } from './EditDialog';
import { dataSetsQuery, type Need, type NeedFields, saveNeed } from './queries';
import { needFields } from './rules/fields';
import { components, levelsFor, subjects } from './words';

interface NeedDialogProps {
  record: Need;
  saved?: (need: Need) => void;
  close: () => void;
}

/** Adds or changes a need or an asset. */
export function NeedDialog({ record, saved, close }: NeedDialogProps) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const scope = record.school_id ?? null;
  const asset = record.kind === 'asset';
  const title =
    record.version === 0 ? (asset ? 'newAsset' : 'newNeed') : asset ? 'editAsset' : 'editNeed';
  return (
    <EditDialog<Need, NeedFields>
      title={t(`dialog.${title}`)}
      record={record}
      fields={needFields}
      save={(fields, version, header) => saveNeed(district, scope, record, fields, version, header)}
      validate={{
        title: (text) => (text.trim() ? null : t('required')),
        desired_value: (value, { present_value }) =>
          (value === null) === (present_value === null) ? null : t('numberPair'),
      }}
      close={close}
      {...(saved ? { saved } : {})}
    >
      {(form) => <NeedInputs form={form} scope={scope} asset={asset} />}
    </EditDialog>
  );
}

interface NeedInputsProps {
  form: UseFormReturnType<NeedFields>;
  scope: string | null;
  asset: boolean;
}

function NeedInputs({ form, scope, asset }: NeedInputsProps) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const { data: own = [] } = useQuery(dataSetsQuery(district, scope));
  const { data: districts = [] } = useQuery(dataSetsQuery(district, null));
  const sets = [...own, ...districts.filter(({ id }) => !own.some((set) => set.id === id))];
  const number = (field: 'present_value' | 'desired_value') => (
    <NumberInput
      label={t(`fields.${field}`)}
      aria-label={`${t(field === 'present_value' ? 'fields.present' : 'fields.desired')}: ${t(`fields.${field}`)}`}
      error={form.errors[field]}
      value={form.values[field] ?? ''}
      onChange={(value) => form.setFieldValue(field, typeof value === 'number' ? value : null)}
    />
  );
  return (
    <>
      <TextInput
        label={t('fields.title')}
        required
        data-autofocus
        maxLength={200}
        {...form.getInputProps('title')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          size="md"
          label={t('fields.subject')}
          data={subjects.map((value) => ({ value, label: t(`subject.${value}`) }))}
          {...form.getInputProps('subject')}
        />
        <NativeSelect
          size="md"
          label={t('fields.level')}
          data={levelsFor(scope !== null).map((value) => ({ value, label: t(`level.${value}`) }))}
          {...form.getInputProps('level')}
        />
      </SimpleGrid>
      <MultiSelect
        label={t('fields.components')}
        data={components.map((value) => ({ value, label: t(`component.${value}`) }))}
        {...form.getInputProps('components')}
      />
      <TextInput label={t('fields.who')} maxLength={500} {...form.getInputProps('who')} />
      <Textarea
        label={t(asset ? 'inFavor' : 'fields.present')}
        maxLength={2000}
        {...form.getInputProps('present')}
      />
      {!asset && (
        <>
          <Textarea
            label={t('fields.desired')}
            maxLength={2000}
            {...form.getInputProps('desired')}
          />
          <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
            <SimpleGrid cols={{ base: 1, xs: 3 }}>
              {number('present_value')}
              {number('desired_value')}
              <TextInput label={t('fields.unit')} maxLength={40} {...form.getInputProps('unit')} />
            </SimpleGrid>
          </fieldset>
        </>
      )}
      <Textarea label={t('fields.evidence')} maxLength={4000} {...form.getInputProps('evidence')} />
      {sets.length > 0 && (
        <MultiSelect
          label={t('fields.data_sets')}
          searchable
          data={sets.map(({ id, title }) => ({ value: id, label: title }))}
          {...form.getInputProps('data_sets')}
        />
      )}
      <NativeSelect
        size="md"
        label={t('fields.state')}
        description={t(`stateHelp.${form.values.state}`)}
        data={(['noticed', 'chosen', 'set_aside'] as const).map((value) => ({
          value,
          label: t(`state.${value}`),
        }))}
        {...form.getInputProps('state')}
      />
    </>
  );
}

import { MultiSelect, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDistrict } from '@/identity/session';
import { EditDialog } from './EditDialog';
import { type DataSet, type DataSetFields, saveDataSet } from './queries';
import { dataSetFields } from './rules/fields';
import { betters, components, levelsFor, subjects } from './words';

interface DataSetDialogProps {
  record: DataSet;
  saved?: (set: DataSet) => void;
  close: () => void;
}

export function DataSetDialog({ record, saved, close }: DataSetDialogProps) {
  const { t } = useTranslation('need');
  const { id: district } = useDistrict();
  const scope = record.school_id ?? null;
  return (
    <EditDialog<DataSet, DataSetFields>
      title={t(record.version === 0 ? 'dialog.newData' : 'dialog.editData')}
      record={record}
      fields={dataSetFields}
      save={(fields, version, header) =>
        saveDataSet(district, scope, record, fields, version, header)
      }
      validate={{ title: (text) => (text.trim() ? null : t('required')) }}
      close={close}
      {...(saved ? { saved } : {})}
    >
      {(form) => (
        <>
          <TextInput
            label={t('fields.title')}
            required
            data-autofocus
            maxLength={200}
            {...form.getInputProps('title')}
          />
          <TextInput label={t('fields.source')} maxLength={300} {...form.getInputProps('source')} />
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
              data={levelsFor(scope !== null).map((value) => ({
                value,
                label: t(`level.${value}`),
              }))}
              {...form.getInputProps('level')}
            />
            <NativeSelect
              size="md"
              label={t('fields.counted')}
              description={t('countedHelp')}
              disabled={record.value_count > 0}
              data={(['students', 'other'] as const).map((value) => ({
                value,
                label: t(`counted.${value}`),
              }))}
              {...form.getInputProps('counted')}
            />
            <NativeSelect
              size="md"
              label={t('fields.better')}
              data={betters.map((value) => ({ value, label: t(`better.${value}`) }))}
              {...form.getInputProps('better')}
            />
          </SimpleGrid>
          <TextInput label={t('fields.unit')} maxLength={40} {...form.getInputProps('unit')} />
          <MultiSelect
            label={t('fields.components')}
            data={components.map((value) => ({ value, label: t(`component.${value}`) }))}
            {...form.getInputProps('components')}
          />
          <Textarea
            label={t('fields.story')}
            description={t('story.none')}
            maxLength={4000}
            minRows={3}
            {...form.getInputProps('story')}
          />
        </>
      )}
    </EditDialog>
  );
}

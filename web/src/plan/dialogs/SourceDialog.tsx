import { Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePlanPage } from '../PlanContext';
import { saveSource } from '../planApi';
import type { FundingSourceFields } from '../queries';
import { sourceKinds } from '../rules/words';
import { RecordDialog, type Versioned } from './RecordDialog';

type Rec = FundingSourceFields & Versioned & { id?: string };

const fieldsOf = ({ name, kind, active }: FundingSourceFields): FundingSourceFields => ({
  name,
  kind,
  active,
});

export function SourceDialog({ source, onClose }: { source: Rec; onClose: () => void }) {
  const { t } = useTranslation('plan');
  const { district } = usePlanPage();
  const id = source.id ?? null;
  return (
    <RecordDialog<Rec, FundingSourceFields>
      title={t(id ? 'source.edit' : 'source.add')}
      name={`source.${id ?? 'new'}`}
      record={source}
      fields={fieldsOf}
      save={(fields, version, create) => saveSource({ district, id, fields, version, create })}
      validate={{ name: (text) => (text.trim() ? null : t('form.required')) }}
      label={(field) => t(`source.fields.${field}`)}
      show={(field, value) => {
        if (field === 'kind') return t(`source.kind.${value as FundingSourceFields['kind']}`);
        if (field === 'active') return t(value ? 'source.inUse' : 'source.notInUse');
        return String(value);
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextInput
            label={t('source.fields.name')}
            description={t('source.nameHint')}
            required
            maxLength={120}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <Select
            label={t('source.fields.kind')}
            allowDeselect={false}
            data={sourceKinds.map((value) => ({ value, label: t(`source.kind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <Switch
            label={t('source.fields.active')}
            description={t('source.activeHint')}
            {...form.getInputProps('active', { type: 'checkbox' })}
          />
        </>
      )}
    </RecordDialog>
  );
}

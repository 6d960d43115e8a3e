import { Autocomplete, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePlanPage } from '../PlanContext';
import { saveGroup } from '../planApi';
import type { StudentGroupFields } from '../queries';
import { RecordDialog, type Versioned } from './RecordDialog';

type Rec = StudentGroupFields & Versioned & { id?: string };

export function GroupDialog({ group, onClose }: { group: Rec; onClose: () => void }) {
  const { t } = useTranslation('plan');
  const { district, plan } = usePlanPage();
  const categories = [
    ...new Set(plan.student_groups.map(({ category }) => category).filter((name) => name !== '')),
  ];
  const id = group.id ?? null;
  return (
    <RecordDialog<Rec, StudentGroupFields>
      title={t(id ? 'group.edit' : 'group.add')}
      name={`group.${id ?? 'new'}`}
      record={group}
      fields={({ position, name, active, category }) => ({ position, name, active, category })}
      save={(fields, version, create) => saveGroup({ district, id, fields, version, create })}
      validate={{ name: (text) => (text.trim() ? null : t('form.required')) }}
      label={(field) => t(`group.fields.${field}`)}
      show={(field, value) =>
        field === 'active' ? t(value ? 'group.inUse' : 'group.notInUse') : String(value)
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextInput
            label={t('group.fields.name')}
            description={t('group.nameHint')}
            required
            maxLength={120}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <Autocomplete
            label={t('group.fields.category')}
            description={t('group.categoryHint')}
            data={categories}
            maxLength={80}
            {...form.getInputProps('category')}
          />
          <Switch
            label={t('group.fields.active')}
            description={t('group.activeHint')}
            {...form.getInputProps('active', { type: 'checkbox' })}
          />
        </>
      )}
    </RecordDialog>
  );
}

import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePlanPage } from '../PlanContext';
import { saveMeasure } from '../planApi';
import type { MeasureFields } from '../queries';
import { measureFields } from '../rules/fields';
import { RecordDialog, type Versioned } from './RecordDialog';

type Rec = MeasureFields & Versioned & { id?: string };

const directions = ['increase', 'decrease', 'maintain'] as const;

interface MeasureDialogProps {
  goal: string;
  measure: Rec;
  gone: boolean;
  onClose: () => void;
}

export function MeasureDialog({ goal, measure, gone, onClose }: MeasureDialogProps) {
  const { t } = useTranslation('plan');
  const { district } = usePlanPage();
  const id = measure.id ?? null;
  return (
    <RecordDialog<Rec, MeasureFields>
      title={t(id ? 'measure.edit' : 'measure.add')}
      name={`measure.${id ?? `new.${goal}`}`}
      record={measure}
      gone={gone}
      fields={measureFields}
      save={(fields, version, create) =>
        saveMeasure({ district, id, parent: goal, fields, version, create })
      }
      validate={{ name: (text) => (text.trim() ? null : t('form.required')) }}
      label={(field) => t(`measure.fields.${field}`)}
      show={(field, value) =>
        field === 'direction'
          ? t(`measure.direction.${value as MeasureFields['direction']}`)
          : String(value)
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextInput
            label={t('measure.fields.name')}
            description={t('measure.nameHint')}
            required
            maxLength={200}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              label={t('measure.fields.unit')}
              description={t('measure.unitHint')}
              maxLength={40}
              {...form.getInputProps('unit')}
            />
            <Select
              label={t('measure.fields.direction')}
              description={t('measure.directionHint')}
              allowDeselect={false}
              data={directions.map((value) => ({
                value,
                label: t(`measure.direction.${value}`),
              }))}
              {...form.getInputProps('direction')}
            />
          </SimpleGrid>
          <TextInput
            label={t('measure.fields.source')}
            description={t('measure.sourceHint')}
            maxLength={300}
            {...form.getInputProps('source')}
          />
        </>
      )}
    </RecordDialog>
  );
}

import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { usePlanPage } from '../PlanContext';
import { savePlan } from '../planApi';
import type { PlanFields } from '../queries';
import { planFields } from '../rules/fields';
import { DayInput } from './inputs';
import { RecordDialog, type Versioned } from './RecordDialog';

type Rec = PlanFields & Versioned;
type Draft = Omit<PlanFields, 'starts_on' | 'ends_on'> & {
  starts_on: string | null;
  ends_on: string | null;
};

export function HeadDialog({ plan, onClose }: { plan: Rec; onClose: () => void }) {
  const { t } = useTranslation('plan');
  const { district } = usePlanPage();
  const format = useFormat();
  return (
    <RecordDialog<Rec, Draft>
      title={t('head.edit')}
      name="plan"
      record={plan}
      fields={planFields}
      save={(fields, version, create) =>
        savePlan({
          district,
          fields: { ...fields, starts_on: fields.starts_on ?? '', ends_on: fields.ends_on ?? '' },
          version,
          create,
        })
      }
      validate={{
        title: (text) => (text.trim() ? null : t('form.required')),
        starts_on: (day) => (day ? null : t('form.required')),
        ends_on: (day, { starts_on }) =>
          day ? (starts_on && day < starts_on ? t('form.endsBefore') : null) : t('form.required'),
      }}
      label={(field) => t(`head.${field}`)}
      show={(field, value) => (field.endsWith('_on') && value ? format.date(value) : value)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextInput
            label={t('head.title')}
            required
            maxLength={200}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Textarea
            label={t('head.summary')}
            description={t('head.summaryHint')}
            maxLength={4000}
            minRows={4}
            maxRows={16}
            {...form.getInputProps('summary')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <DayInput label={t('head.starts_on')} required {...form.getInputProps('starts_on')} />
            <DayInput label={t('head.ends_on')} required {...form.getInputProps('ends_on')} />
          </SimpleGrid>
        </>
      )}
    </RecordDialog>
  );
}

import { Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { usePlanPage } from '../PlanContext';
import { saveActivity } from '../planApi';
import type { ActivityFields, PlanStrategy } from '../queries';
import { activityFields, type Owner, withOwner, withoutOwner } from '../rules/fields';
import { activityStatuses } from '../rules/words';
import { DayInput, OwnerInput } from './inputs';
import { RecordDialog, type Versioned } from './RecordDialog';

type Rec = ActivityFields & Versioned & { id?: string };
type Draft = Omit<ActivityFields, 'owner_id' | 'owner_name' | 'starts_on' | 'due_on'> & {
  owner: Owner;
  starts_on?: string | null;
  due_on?: string | null;
};

interface ActivityDialogProps {
  strategy: PlanStrategy;
  activity: Rec;
  school: string | null;
  gone: boolean;
  onClose: () => void;
}

export function ActivityDialog(props: ActivityDialogProps) {
  const { strategy, activity, school, gone, onClose } = props;
  const { t } = useTranslation(['plan', 'app']);
  const { district, schoolName } = usePlanPage();
  const format = useFormat();
  const id = activity.id ?? null;
  const words = (field: keyof Draft, value: Draft[keyof Draft]) => {
    if (field === 'owner') return (value as Owner).name;
    if (field === 'status') return t(`app:status.${value as Draft['status']}`);
    return field.endsWith('_on') && value ? format.date(value as string) : String(value ?? '');
  };
  return (
    <RecordDialog<Rec, Draft>
      title={t(id ? 'activity.edit' : 'activity.add')}
      name={`activity.${id ?? `new.${strategy.id}.${school ?? 'district'}`}`}
      record={activity}
      gone={gone}
      fields={(record) => withOwner(activityFields(record))}
      save={(draft, version, create) =>
        saveActivity({
          district,
          school,
          id,
          parent: strategy.id,
          fields: withoutOwner(draft),
          version,
          create,
        })
      }
      validate={{
        title: (text) => (text.trim() ? null : t('form.required')),
        due_on: (day, { starts_on }) =>
          day && starts_on && day < starts_on ? t('form.dueBefore') : null,
      }}
      label={(field) => t(`activity.fields.${field}`)}
      show={words}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Text c="dimmed">
            {t('activity.place', {
              who: school ? schoolName(school) : t('theDistrict'),
              strategy: strategy.title,
            })}
          </Text>
          <TextInput
            label={t('activity.fields.title')}
            description={t('activity.titleHint')}
            required
            maxLength={300}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Textarea
            label={t('activity.fields.detail')}
            maxLength={4000}
            maxRows={12}
            {...form.getInputProps('detail')}
          />
          <OwnerInput {...form.getInputProps('owner')} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <DayInput label={t('activity.fields.starts_on')} {...form.getInputProps('starts_on')} />
            <DayInput label={t('activity.fields.due_on')} {...form.getInputProps('due_on')} />
          </SimpleGrid>
          <Select
            label={t('activity.fields.status')}
            allowDeselect={false}
            data={activityStatuses.map((value) => ({ value, label: t(`app:status.${value}`) }))}
            {...form.getInputProps('status')}
          />
        </>
      )}
    </RecordDialog>
  );
}

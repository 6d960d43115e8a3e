import { MultiSelect, Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
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

const mostWaits = 20;

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
  const { district, plan, schoolName } = usePlanPage();
  const format = useFormat();
  const id = activity.id ?? null;
  // A school's activity waits for the district's and its own.
  const others = plan.goals.flatMap((goal) => ({
    group: goal.title,
    items: goal.strategies
      .flatMap(({ activities }) => activities)
      .filter((one) => one.id !== id && (!school || !one.school_id || one.school_id === school))
      .map((one) => ({
        value: one.id,
        label: one.school_id ? `${one.title} (${schoolName(one.school_id)})` : one.title,
      })),
  }));
  const titles = new Map(others.flatMap(({ items }) => items.map((one) => [one.value, one.label])));
  const words = (field: keyof Draft, value: Draft[keyof Draft]) => {
    if (field === 'owner') return (value as Owner).name;
    if (field === 'status') return t(`app:status.${value as Draft['status']}`);
    if (field === 'waits_for') {
      return format.list(
        ((value as string[] | null) ?? []).map((one) => titles.get(one) ?? t('activity.elsewhere')),
      );
    }
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
          <MultiSelect
            label={t('activity.fields.waits_for')}
            description={t('activity.waitsHint')}
            placeholder={form.values.waits_for?.length ? undefined : t('activity.waitsChoose')}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('activity.waitsClear') }}
            maxValues={mostWaits}
            data={[
              ...others.filter(({ items }) => items.length > 0),
              // What stands in it already and cannot be seen from here.
              ...(form.values.waits_for ?? [])
                .filter((one) => !titles.has(one))
                .map((value) => ({ value, label: t('activity.elsewhere') })),
            ]}
            {...form.getInputProps('waits_for')}
            value={form.values.waits_for ?? []}
            error={Object.entries(form.errors).find(([path]) => path.startsWith('waits_for'))?.[1]}
          />
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

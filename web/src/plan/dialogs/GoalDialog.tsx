import {
  Input,
  Radio,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { SchoolsPicker } from '@/app/ui/SchoolPicker';
import { NeedPicker } from '@/need/NeedPicker';
import { usePlanPage } from '../PlanContext';
import { saveGoal } from '../planApi';
import type { Goal, GoalFields } from '../queries';
import { goalFields, type Owner, withOwner, withoutOwner } from '../rules/fields';
import { DayInput, OwnerInput } from './inputs';
import { RecordDialog, type Versioned } from './RecordDialog';

type Rec = GoalFields & Versioned & { id?: string };
/** Empty text instead of nothing while it is typed. */
type Draft = Omit<GoalFields, 'owner_id' | 'owner_name' | 'challenge' | 'for_whom'> & {
  owner: Owner;
  challenge: string;
  for_whom: string;
};

const statuses = ['active', 'maintenance', 'archived'] as const;

interface GoalDialogProps {
  goal: Rec;
  gone: boolean;
  onSaved?: (goal: Goal) => void;
  onClose: () => void;
}

export function GoalDialog({ goal, gone, onSaved, onClose }: GoalDialogProps) {
  const { t } = useTranslation(['plan', 'app']);
  const { district, schoolName } = usePlanPage();
  const format = useFormat();
  const id = goal.id ?? null;
  const words = (field: keyof Draft, value: Draft[keyof Draft]) => {
    if (field === 'owner') return (value as Owner).name;
    if (field === 'schools') return format.list((value as string[]).map(schoolName));
    if (field === 'status') return t(`app:status.${value as GoalFields['status']}`);
    if (field === 'all_schools') return t(value ? 'goal.all' : 'goal.some');
    return field.endsWith('_on') && value ? format.date(value as string) : String(value ?? '');
  };
  return (
    <RecordDialog<Rec, Draft>
      title={t(id ? 'goal.edit' : 'goal.add')}
      name={`goal.${id ?? 'new'}`}
      record={goal}
      gone={gone}
      fields={(record) => ({
        ...withOwner(goalFields(record)),
        challenge: record.challenge ?? '',
        for_whom: record.for_whom ?? '',
      })}
      save={(draft, version, create) =>
        saveGoal({
          district,
          id,
          fields: {
            ...withoutOwner(draft),
            challenge: draft.challenge.trim() || null,
            for_whom: draft.for_whom.trim() || null,
          },
          version,
          create,
        })
      }
      validate={{
        title: (text) => (text.trim() ? null : t('form.required')),
        ends_on: (day, { starts_on }) =>
          day && starts_on && day < starts_on ? t('form.endsBefore') : null,
        schools: (schools, { all_schools }) =>
          all_schools || schools.length > 0 ? null : t('goal.noSchools'),
      }}
      label={(field) => t(`goal.fields.${field}`)}
      show={words}
      onSaved={(saved) => onSaved?.(saved as Goal)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <NeedPicker
            scope={null}
            label={t('goal.fields.need_id')}
            description={t('goal.needHint')}
            error={form.errors.need_id}
            value={form.values.need_id ?? null}
            onChange={(need) => {
              form.setFieldValue('need_id', need?.id ?? null);
              // What is typed already stays.
              if (need?.challenge && !form.values.challenge.trim()) {
                form.setFieldValue('challenge', need.challenge);
              }
            }}
          />
          <Textarea
            label={t('goal.fields.challenge')}
            description={t('goal.challengeHint')}
            maxLength={2000}
            minRows={2}
            maxRows={10}
            data-autofocus
            {...form.getInputProps('challenge')}
          />
          <TextInput
            label={t('goal.fields.title')}
            required
            maxLength={200}
            {...form.getInputProps('title')}
          />
          <Textarea
            label={t('goal.fields.statement')}
            description={t('goal.statementHint')}
            maxLength={2000}
            minRows={3}
            maxRows={12}
            {...form.getInputProps('statement')}
          />
          <TextInput
            label={t('goal.fields.for_whom')}
            description={t('goal.forWhomHint')}
            maxLength={300}
            {...form.getInputProps('for_whom')}
          />
          <OwnerInput {...form.getInputProps('owner')} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <DayInput label={t('goal.fields.starts_on')} {...form.getInputProps('starts_on')} />
            <DayInput label={t('goal.fields.ends_on')} {...form.getInputProps('ends_on')} />
          </SimpleGrid>
          <Radio.Group
            label={t('goal.fields.schools')}
            value={form.values.all_schools ? 'all' : 'some'}
            onChange={(value) => form.setFieldValue('all_schools', value === 'all')}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="all" label={t('goal.all')} />
              <Radio value="some" label={t('goal.some')} />
            </Stack>
          </Radio.Group>
          {!form.values.all_schools && (
            <SchoolsPicker
              label={t('goal.which')}
              {...form.getInputProps('schools')}
              value={form.values.schools}
            />
          )}
          <Input.Wrapper label={t('goal.fields.status')} labelElement="div" size="md">
            <SegmentedControl
              fullWidth
              mt={4}
              aria-label={t('goal.fields.status')}
              data={statuses.map((value) => ({ value, label: t(`app:status.${value}`) }))}
              {...form.getInputProps('status')}
            />
          </Input.Wrapper>
        </>
      )}
    </RecordDialog>
  );
}

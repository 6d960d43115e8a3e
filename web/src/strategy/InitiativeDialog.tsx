import { Radio, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { SchoolPicker, SchoolsPicker } from '@/app/ui/SchoolPicker';
import { DayInput, OwnerInput } from '@/plan/dialogs/inputs';
import { RecordDialog, type Versioned } from '@/plan/dialogs/RecordDialog';
import { usePlanPage } from '@/plan/PlanContext';
import { type Owner, withOwner, withoutOwner } from '@/plan/rules/fields';
import { type InitiativeFields, saveInitiative } from './queries';

type Rec = InitiativeFields & Versioned & { id?: string; school_id?: string | null };
type Draft = Omit<InitiativeFields, 'owner_id' | 'owner_name'> & { owner: Owner };

export const newInitiative: Rec = {
  version: 0,
  title: '',
  description: '',
  schools: [],
  since: null,
  owner_id: null,
  owner_name: '',
  cost_note: '',
  effect: 'unknown',
  effect_note: '',
  decision: 'undecided',
  reason: '',
  strategy_id: null,
};

const effects = ['unknown', 'none_seen', 'mixed', 'good'] as const;
const decisions = ['undecided', 'keep', 'fold_in', 'stop'] as const;

function fieldsOf(i: Rec): InitiativeFields {
  return {
    title: i.title,
    description: i.description,
    schools: i.schools,
    since: i.since ?? null,
    owner_id: i.owner_id ?? null,
    owner_name: i.owner_name,
    cost_note: i.cost_note,
    effect: i.effect,
    effect_note: i.effect_note,
    decision: i.decision,
    reason: i.reason,
    strategy_id: i.strategy_id ?? null,
  };
}

interface InitiativeDialogProps {
  initiative: Rec;
  /** Where this person may report something: the district, or these schools of theirs. */
  places: { district: boolean; schools: 'all' | string[] };
  onClose: () => void;
}

export function InitiativeDialog({ initiative, places, onClose }: InitiativeDialogProps) {
  const { t } = useTranslation(['strategy', 'plan', 'app']);
  const { district, plan, schoolName } = usePlanPage();
  const format = useFormat();
  const id = initiative.id ?? null;
  const first = places.schools === 'all' ? null : (places.schools[0] ?? null);
  const [chosen, setChosen] = useState(places.district ? null : first);
  const school = id ? (initiative.school_id ?? null) : chosen;
  const strategies = plan.goals.map((goal) => ({
    group: goal.title,
    items: goal.strategies.map((one) => ({ value: one.id, label: one.title })),
  }));
  const known = new Map(strategies.flatMap(({ items }) => items.map((i) => [i.value, i.label])));
  const words = (field: keyof Draft, value: Draft[keyof Draft]) => {
    if (field === 'owner') return (value as Owner).name;
    if (field === 'schools') return format.list((value as string[]).map(schoolName));
    if (field === 'effect') return t(`effect.${value as Draft['effect']}`);
    if (field === 'decision') return t(`decision.${value as Draft['decision']}`);
    if (field === 'strategy_id') return known.get(String(value)) ?? '';
    return field === 'since' && value ? format.date(value as string) : String(value ?? '');
  };
  return (
    <RecordDialog<Rec, Draft>
      title={t(id ? 'initiative.edit' : 'initiative.add')}
      name={`initiative.${id ?? 'new'}`}
      record={initiative}
      fields={(record) => withOwner(fieldsOf(record))}
      save={(draft, version, create) => {
        const folded = draft.decision === 'fold_in';
        return saveInitiative({
          district,
          id,
          school,
          fields: {
            ...withoutOwner(draft),
            schools: school ? [] : draft.schools,
            strategy_id: folded ? (draft.strategy_id ?? null) : null,
          },
          version,
          create,
        });
      }}
      validate={{
        title: (text) => (text.trim() ? null : t('plan:form.required')),
        reason: (text, { decision }) =>
          decision !== 'undecided' && !text.trim() ? t('initiative.needsReason') : null,
        strategy_id: (strategy, { decision }) =>
          decision === 'fold_in' && !strategy ? t('plan:form.required') : null,
      }}
      label={(field) => t(`initiative.fields.${field}`)}
      show={words}
      onClose={onClose}
    >
      {(form) => (
        <>
          {id ? (
            school && <Text c="dimmed">{schoolName(school)}</Text>
          ) : (
            <SchoolPicker
              label={t('initiative.whose')}
              value={chosen}
              onChange={setChosen}
              allowDeselect={false}
              {...(places.district ? { none: t('app:district') } : {})}
              {...(places.schools === 'all' ? {} : { only: places.schools })}
            />
          )}
          <TextInput
            label={t('initiative.fields.title')}
            required
            maxLength={200}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Textarea
            label={t('initiative.fields.description')}
            maxLength={2000}
            maxRows={10}
            {...form.getInputProps('description')}
          />
          {!school && (
            <SchoolsPicker
              label={t('initiative.fields.schools')}
              description={t('initiative.everywhere')}
              {...form.getInputProps('schools')}
              value={form.values.schools}
            />
          )}
          <DayInput label={t('initiative.fields.since')} {...form.getInputProps('since')} />
          <OwnerInput {...form.getInputProps('owner')} />
          <TextInput
            label={t('initiative.fields.cost_note')}
            description={t('initiative.costHint')}
            maxLength={500}
            {...form.getInputProps('cost_note')}
          />
          <Select
            label={t('initiative.fields.effect')}
            allowDeselect={false}
            data={effects.map((value) => ({ value, label: t(`effect.${value}`) }))}
            {...form.getInputProps('effect')}
          />
          <TextInput
            label={t('initiative.fields.effect_note')}
            maxLength={1000}
            {...form.getInputProps('effect_note')}
          />
          <Radio.Group
            label={t('initiative.fields.decision')}
            description={t('initiative.decisionHint')}
            {...form.getInputProps('decision')}
          >
            <Stack gap="xs" mt="xs">
              {decisions.map((value) => (
                <Radio key={value} value={value} label={t(`decision.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {form.values.decision === 'fold_in' && (
            <Select
              label={t('initiative.fields.strategy_id')}
              required
              searchable
              data={strategies.filter(({ items }) => items.length > 0)}
              {...form.getInputProps('strategy_id')}
            />
          )}
          {form.values.decision !== 'undecided' && (
            <Textarea
              label={t('initiative.fields.reason')}
              required
              maxLength={1000}
              maxRows={6}
              {...form.getInputProps('reason')}
            />
          )}
        </>
      )}
    </RecordDialog>
  );
}

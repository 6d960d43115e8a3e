import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField, OwnerField } from '@/app/ui/fields';
import { useFormat } from '@/app/ui/format';
import { PlaceField } from '@/app/ui/PlaceField';
import { RecordEditor } from '@/app/ui/RecordEditor';
import { useDistrict } from '@/identity/session';
import { type PlanGoal, planQuery } from '@/plan/queries';
import {
  addBarrier,
  type Barrier,
  type BarrierFields,
  fieldsOf,
  levels,
  putBarrier,
  staleBarriers,
  statuses,
} from './queries';

type Draft = BarrierFields & { version: number };

const blank: Draft = {
  version: 0,
  title: '',
  detail: '',
  level: 'shared',
  approach: '',
  goal_id: null,
  strategy_id: null,
  owner_id: null,
  owner_name: '',
  due_on: null,
  status: 'open',
};

interface BarrierDialogProps {
  /** Changed, if there is one; else a new one is made. */
  barrier?: Barrier;
  school: string | null;
  onClose: () => void;
}

export function BarrierDialog({ barrier, school, onClose }: BarrierDialogProps) {
  const { t } = useTranslation(['barrier', 'app']);
  const { id: district } = useDistrict();
  const format = useFormat();
  const [place, setPlace] = useState(school);
  const goals = useGoals(place);
  const goalOf = (id: unknown) => goals.find((goal) => goal.id === id);
  return (
    <RecordEditor<Draft, BarrierFields>
      title={t(barrier ? 'editTitle' : 'addTitle')}
      record={barrier ?? { ...blank, level: place ? 'building' : 'district' }}
      fields={fieldsOf}
      save={(fields, version, create) =>
        barrier
          ? putBarrier(district, barrier.id, fields, version)
          : addBarrier(district, place, fields, create)
      }
      stale={staleBarriers(district)}
      said={t(barrier ? 'saved' : 'added')}
      action={t(barrier ? 'app:save.action' : 'add')}
      validate={{ title: (title) => (title.trim() ? null : t('required')) }}
      label={(field) => t(`fields.${field}`)}
      show={(field, value) => {
        if (field === 'due_on') return value ? format.date(value) : t('noDue');
        if (field === 'level') return t(`level.${value as Barrier['level']}`);
        if (field === 'status') return t(`app:status.${value as Barrier['status']}`);
        if (field === 'goal_id') return goalOf(value)?.title ?? t('noGoal');
        return value ?? '';
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextInput
            label={t('fields.title')}
            description={t('titleHelp')}
            required
            maxLength={300}
            data-autofocus
            {...form.getInputProps('title')}
          />
          {!barrier && (
            <PlaceField
              label={t('fields.school')}
              value={place}
              onChange={(next) => {
                setPlace(next);
                form.setValues({
                  level: next ? 'building' : 'district',
                  goal_id: null,
                  strategy_id: null,
                });
              }}
            />
          )}
          <Select
            label={t('fields.level')}
            allowDeselect={false}
            data={levels
              .filter((level) => level !== (place ? 'district' : 'building'))
              .map((value) => ({ value, label: t(`level.${value}`) }))}
            {...form.getInputProps('level')}
          />
          <Textarea
            label={t('fields.detail')}
            maxLength={4000}
            autosize
            minRows={2}
            {...form.getInputProps('detail')}
          />
          <Textarea
            label={t('fields.approach')}
            description={t('approachHelp')}
            maxLength={4000}
            autosize
            minRows={2}
            {...form.getInputProps('approach')}
          />
          <PlanLink goals={goals} form={form} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <OwnerField
              label={t('fields.owner')}
              owner={form.values}
              onChange={(owner) => form.setValues(owner)}
              error={form.errors.owner_name ?? form.errors.owner_id}
            />
            <DayField label={t('fields.due_on')} {...form.getInputProps('due_on')} />
          </SimpleGrid>
          <Select
            label={t('fields.status')}
            allowDeselect={false}
            data={statuses.map((value) => ({ value, label: t(`app:status.${value}`) }))}
            {...form.getInputProps('status')}
          />
        </>
      )}
    </RecordEditor>
  );
}

/** The goals that apply to a school, or all. */
function useGoals(school: string | null): PlanGoal[] {
  const { id: district } = useDistrict();
  const { data: plan } = useQuery(planQuery(district));
  return (plan?.goals ?? []).filter(
    (goal) => !school || goal.all_schools || goal.schools.includes(school),
  );
}

const none = '-';

function PlanLink({ goals, form }: { goals: PlanGoal[]; form: UseFormReturnType<BarrierFields> }) {
  const { t } = useTranslation('barrier');
  const goal = goals.find(({ id }) => id === form.values.goal_id);
  if (goals.length === 0) return null;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label={t('fields.goal_id')}
        searchable
        allowDeselect={false}
        data={[
          { value: none, label: t('noGoal') },
          ...goals.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        value={form.values.goal_id ?? none}
        onChange={(value) =>
          form.setValues({ goal_id: value === none ? null : value, strategy_id: null })
        }
        error={form.errors.goal_id}
      />
      <Select
        label={t('fields.strategy_id')}
        searchable
        allowDeselect={false}
        disabled={!goal}
        data={[
          { value: none, label: t('noStrategy') },
          ...(goal?.strategies ?? []).map(({ id, title }) => ({ value: id, label: title })),
        ]}
        value={form.values.strategy_id ?? none}
        onChange={(value) => form.setFieldValue('strategy_id', value === none ? null : value)}
        error={form.errors.strategy_id}
      />
    </SimpleGrid>
  );
}

import { Radio, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '@/app/ui/fields';
import { useFormat } from '@/app/ui/format';
import { RecordEditor } from '@/app/ui/RecordEditor';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import { EDIT, may, useDistrict, useMySchools } from '@/identity/session';
import { planQuery } from '@/plan/queries';
import {
  addCommitment,
  type Commitment,
  type CommitmentFields,
  directions,
  putCommitment,
  staleAgreements,
} from './queries';

type Draft = CommitmentFields & { version: number };

const fieldsOf = ({ title, detail, direction, due_on, goal_id }: CommitmentFields) => ({
  title,
  detail,
  direction,
  due_on: due_on ?? null,
  goal_id: goal_id ?? null,
});

interface CommitmentDialogProps {
  commitment?: Commitment;
  school: string | null;
  onClose: () => void;
}

const none = '-';

export function CommitmentDialog({ commitment, school, onClose }: CommitmentDialogProps) {
  const { t } = useTranslation(['agreement', 'app']);
  const { id: district, grants } = useDistrict();
  const format = useFormat();
  const ofDistrict = may(grants, { district: EDIT });
  const mine = useMySchools();
  const [place, setPlace] = useState(school);
  const [missing, setMissing] = useState(false);
  const { data: plan } = useQuery(planQuery(district));
  const goals = plan?.goals ?? [];
  // One promises for one's own side.
  const offered = directions.filter((direction) =>
    direction === 'school_to_district' ? mine.length > 0 : ofDistrict,
  );
  const [fresh] = useState<Draft>(() => ({
    version: 0,
    title: '',
    detail: '',
    direction: offered[0] ?? 'district_to_school',
    due_on: null,
    goal_id: null,
  }));
  return (
    <RecordEditor<Draft, CommitmentFields>
      title={t(commitment ? 'commitment.editTitle' : 'commitment.add')}
      record={commitment ?? fresh}
      fields={fieldsOf}
      save={(fields, version, create) =>
        commitment
          ? putCommitment(district, commitment.id, fields, version)
          : addCommitment(district, place ?? '', fields, create)
      }
      stale={staleAgreements(district)}
      said={t('saved')}
      action={t(commitment ? 'app:save.action' : 'commitment.promise')}
      validate={{
        title: (title) => {
          setMissing(!place);
          return title.trim() && place ? null : t(place ? 'required' : 'pickSchool');
        },
      }}
      label={(field) => t(`fields.${field}`)}
      show={(field, value) => {
        if (field === 'due_on') return value ? format.date(value) : '';
        if (field === 'direction') return t(`direction.${value as Commitment['direction']}`);
        if (field === 'goal_id') return goals.find(({ id }) => id === value)?.title ?? '';
        return value ?? '';
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          {!commitment && offered.length > 1 && (
            <Radio.Group label={t('fields.direction')} {...form.getInputProps('direction')}>
              <Stack gap="xs" mt="xs">
                {offered.map((value) => (
                  <Radio key={value} value={value} label={t(`direction.${value}`)} />
                ))}
              </Stack>
            </Radio.Group>
          )}
          {offered.length === 1 && <Text>{t(`direction.${form.values.direction}`)}</Text>}
          {!commitment && (
            <SchoolPicker
              label={t('fields.school')}
              required
              allowDeselect={false}
              value={place}
              onChange={(next) => {
                setPlace(next);
                setMissing(false);
              }}
              error={missing && t('pickSchool')}
              {...(form.values.direction === 'school_to_district' ? { only: mine } : {})}
            />
          )}
          <TextInput
            label={t('fields.title')}
            description={t('commitment.titleHelp')}
            required
            maxLength={300}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Textarea
            label={t('fields.detail')}
            maxLength={4000}
            autosize
            minRows={2}
            {...form.getInputProps('detail')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <DayField
              label={t('fields.due_on')}
              description={t('commitment.dueHelp')}
              {...form.getInputProps('due_on')}
            />
            <Select
              label={t('fields.goal_id')}
              description={t('commitment.goalHelp')}
              searchable
              allowDeselect={false}
              data={[
                { value: none, label: t('noGoal') },
                ...goals.map(({ id, title }) => ({ value: id, label: title })),
              ]}
              value={form.values.goal_id ?? none}
              onChange={(value) => form.setFieldValue('goal_id', value === none ? null : value)}
              error={form.errors.goal_id}
            />
          </SimpleGrid>
          {commitment?.acknowledged_at && <Text size="sm">{t('commitment.again')}</Text>}
        </>
      )}
    </RecordEditor>
  );
}

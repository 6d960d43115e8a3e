import { ActionIcon, Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { usePlanPage } from '../PlanContext';
import { saveGroupTargets, saveTargets } from '../planApi';
import type { GroupTargetFields, PlanMeasure, StudentGroup } from '../queries';
import {
  draftOf,
  isBlank,
  noPoint,
  type PointDraft,
  problemsOf,
  type TargetDraft,
  targetOf,
} from '../rules/targets';
import { DayInput } from './inputs';
import { RecordDialog, type Versioned } from './RecordDialog';

/** `students` is text until it is saved, and there for a student group only. */
type Draft = TargetDraft & { students: string };
type Rec = GroupTargetFields & Versioned;

const nothing: Rec = { version: 0, baseline: null, interim: [], end_target: null };
const mostInterim = 20;
/** Nothing is shown about fewer students. */
const smallestGroup = 10;

interface TargetsDialogProps {
  measure: PlanMeasure;
  school: string | null;
  /** One student group; null: all students. */
  group: StudentGroup | null;
  gone: boolean;
  onClose: () => void;
}

export function TargetsDialog(props: TargetsDialogProps) {
  const { measure, school, group, gone, onClose } = props;
  const { t, i18n } = useTranslation('plan');
  const { district, schoolName } = usePlanPage();
  const format = useFormat();
  const language = i18n.language;
  const targets = group
    ? measure.group_targets.filter(({ group_id }) => group_id === group.id)
    : measure.targets;
  const own = targets.find(({ school_id }) => (school_id ?? null) === school);
  const theirs = school ? targets.find(({ school_id }) => !school_id) : undefined;
  const where = school ? schoolName(school) : t('theDistrict');
  const students = (draft: Draft) =>
    draft.students.trim() === '' ? null : Number(draft.students.trim());

  const point = ({ on, value }: PointDraft) =>
    `${value || '–'} ${measure.unit}, ${on ? format.date(on) : '–'}`;
  const studentProblem = (draft: Draft) => {
    const text = draft.students.trim();
    if (text && !/^\d{1,7}$/.test(text)) return { students: t('target.bad.students') };
    if (isBlank(draft.baseline)) return {};
    if (!text) return { students: t('target.bad.studentsMissing') };
    return Number(text) < smallestGroup ? { students: t('target.bad.fewStudents') } : {};
  };
  const pointWords = (draft: PointDraft) => (isBlank(draft) ? '' : point(draft));

  return (
    <RecordDialog<Rec, Draft>
      title={t('target.title', {
        who: group ? t('target.groupIn', { group: group.name, where }) : where,
      })}
      name={`target.${measure.id}.${school ?? 'district'}${group ? `.${group.id}` : ''}`}
      record={own ?? nothing}
      gone={gone}
      fields={(record) => ({
        ...draftOf(record, language),
        students: record.students?.toString() ?? '',
      })}
      save={async (draft, version): Promise<Rec> => {
        const what = { district, school, measure: measure.id, version };
        const fields = targetOf(draft, language);
        return group
          ? saveGroupTargets({
              ...what,
              group: group.id,
              fields: { ...fields, students: students(draft) },
            })
          : saveTargets({ ...what, fields });
      }}
      validate={(draft) => ({
        ...Object.fromEntries(
          [...problemsOf(draft, language)].map(([path, what]) => [path, t(`target.bad.${what}`)]),
        ),
        ...(group && studentProblem(draft)),
      })}
      label={(field) => t(`target.${field}`)}
      show={(_, value) =>
        Array.isArray(value)
          ? value.map(point).join('; ')
          : typeof value === 'string'
            ? value
            : pointWords(value)
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <Text>
            <strong>{measure.name}</strong>
            {measure.unit && ` (${measure.unit})`}
          </Text>
          {theirs?.end_target && (
            <Text c="dimmed">
              {t('target.districts', {
                value: format.number(theirs.end_target.value),
                unit: measure.unit,
                date: format.date(theirs.end_target.on),
              })}
            </Text>
          )}
          <Point form={form} path="baseline" label={t('target.baseline')} unit={measure.unit} />
          {group && (
            <TextInput
              label={t('target.students')}
              description={t('target.studentsHint')}
              inputMode="numeric"
              maxLength={7}
              {...form.getInputProps('students')}
            />
          )}
          <Interim form={form} unit={measure.unit} />
          <Point form={form} path="end_target" label={t('target.end_target')} unit={measure.unit} />
        </>
      )}
    </RecordDialog>
  );
}

interface PointProps {
  form: UseFormReturnType<Draft>;
  path: string;
  label: string;
  unit: string;
  onRemove?: () => void;
}

function Point({ form, path, label, unit, onRemove }: PointProps) {
  const { t } = useTranslation('plan');
  return (
    <Fieldset legend={label} variant="unstyled">
      <Group align="flex-start" wrap="wrap" gap="sm">
        <TextInput
          label={t('target.value')}
          inputMode="decimal"
          maxLength={30}
          w="8.5rem"
          {...(unit && unit.length < 4 ? { rightSection: <span aria-hidden>{unit}</span> } : {})}
          {...form.getInputProps(`${path}.value`)}
        />
        <DayInput label={t('target.on')} flex="1 1 10rem" {...form.getInputProps(`${path}.on`)} />
        {onRemove && (
          <ActionIcon mt={34} onClick={onRemove} aria-label={t('target.removePoint', { label })}>
            <IconTrash aria-hidden size={20} />
          </ActionIcon>
        )}
      </Group>
    </Fieldset>
  );
}

function Interim({ form, unit }: { form: UseFormReturnType<Draft>; unit: string }) {
  const { t } = useTranslation('plan');
  const { interim } = form.values;
  return (
    <Stack gap="md" align="stretch">
      {interim.map((_, i) => (
        <Point
          // biome-ignore lint/suspicious/noArrayIndexKey: points have no identity but their place
          key={i}
          form={form}
          path={`interim.${i}`}
          label={t('target.interimNumber', { number: i + 1 })}
          unit={unit}
          onRemove={() => form.removeListItem('interim', i)}
        />
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus aria-hidden size={18} />}
          disabled={interim.length >= mostInterim}
          onClick={() => form.insertListItem('interim', noPoint)}
        >
          {t('target.addInterim')}
        </Button>
      </div>
    </Stack>
  );
}

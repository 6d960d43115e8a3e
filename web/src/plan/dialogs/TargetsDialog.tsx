import { ActionIcon, Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { usePlanPage } from '../PlanContext';
import { saveTargets } from '../planApi';
import type { PlanMeasure, TargetFields } from '../queries';
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

type Rec = TargetFields & Versioned;

const nothing: Rec = { version: 0, baseline: null, interim: [], end_target: null };
const mostInterim = 20;

interface TargetsDialogProps {
  measure: PlanMeasure;
  school: string | null;
  gone: boolean;
  onClose: () => void;
}

export function TargetsDialog({ measure, school, gone, onClose }: TargetsDialogProps) {
  const { t, i18n } = useTranslation('plan');
  const { district, schoolName } = usePlanPage();
  const format = useFormat();
  const language = i18n.language;
  const own = measure.targets.find(({ school_id }) => (school_id ?? null) === school);
  const theirs = school ? measure.targets.find(({ school_id }) => !school_id) : undefined;

  const point = ({ on, value }: PointDraft) =>
    `${value || '–'} ${measure.unit}, ${on ? format.date(on) : '–'}`;
  const pointWords = (draft: PointDraft) => (isBlank(draft) ? '' : point(draft));

  return (
    <RecordDialog<Rec, TargetDraft>
      title={t('target.title', { who: school ? schoolName(school) : t('theDistrict') })}
      name={`target.${measure.id}.${school ?? 'district'}`}
      record={own ?? nothing}
      gone={gone}
      fields={(record) => draftOf(record, language)}
      save={(draft, version) =>
        saveTargets({
          district,
          school,
          measure: measure.id,
          fields: targetOf(draft, language),
          version,
        })
      }
      validate={(draft) =>
        Object.fromEntries(
          [...problemsOf(draft, language)].map(([path, what]) => [path, t(`target.bad.${what}`)]),
        )
      }
      label={(field) => t(`target.${field}`)}
      show={(_, value) =>
        Array.isArray(value) ? value.map(point).join('; ') : pointWords(value as PointDraft)
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
          <Interim form={form} unit={measure.unit} />
          <Point form={form} path="end_target" label={t('target.end_target')} unit={measure.unit} />
        </>
      )}
    </RecordDialog>
  );
}

interface PointProps {
  form: UseFormReturnType<TargetDraft>;
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

function Interim({ form, unit }: { form: UseFormReturnType<TargetDraft>; unit: string }) {
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

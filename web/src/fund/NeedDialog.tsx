import { NumberInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDistrict } from '@/identity/session';
import { RecordDialog } from '@/plan/dialogs/RecordDialog';
import { usePlanPage } from '@/plan/PlanContext';
import { useSchools } from '@/schools/queries';
import { saveNeed } from './fundApi';
import type { NeedWeightFields } from './queries';

type Rec = NeedWeightFields & { version: number; id?: string; updated_by?: string };
interface Draft {
  name: string;
  weight_percent: number | string;
  counted: NeedWeightFields['counted'];
  /** By school; '' is not known. */
  counts: Record<string, number | string>;
}

interface NeedDialogProps {
  need: Rec;
  why?: string | undefined;
  onClose: () => void;
}

/** A need that funding should answer: how much more it takes, and how many pupils have it. */
export function NeedDialog({ need, why, onClose }: NeedDialogProps) {
  const { t } = useTranslation(['fund', 'plan', 'app']);
  const { district } = usePlanPage();
  const { id } = useDistrict();
  const { data: schools = [] } = useSchools(id);
  const open = schools.filter(({ status }) => status === 'open');
  return (
    <RecordDialog<Rec, Draft>
      title={t(need.id ? 'needs.edit' : 'needs.add')}
      name={`need.${need.id ?? `new.${need.name}`}`}
      record={need}
      fields={({ name, weight_percent, counted, counts }) => ({
        name,
        weight_percent,
        counted,
        counts: Object.fromEntries(counts.map(({ school_id, pupils }) => [school_id, pupils])),
      })}
      save={({ counts, ...draft }, version, create) =>
        saveNeed({
          district,
          id: need.id ?? null,
          version,
          create,
          fields: {
            ...draft,
            weight_percent: Number(draft.weight_percent),
            counts:
              draft.counted === 'own'
                ? Object.entries(counts).flatMap(([school_id, pupils]) =>
                    pupils === '' ? [] : [{ school_id, pupils: Number(pupils) }],
                  )
                : [],
          },
        })
      }
      validate={{
        name: (name) => (name.trim() ? null : t('plan:form.required')),
        weight_percent: (percent) =>
          Number.isInteger(percent) && Number(percent) >= 1 && Number(percent) <= 1000
            ? null
            : t('needs.badWeight'),
      }}
      label={(field) => t(`needs.fields.${field}`)}
      onClose={onClose}
    >
      {(form) => (
        <>
          {why && <Text c="dimmed">{why}</Text>}
          <TextInput
            label={t('needs.fields.name')}
            required
            maxLength={120}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <NumberInput
            label={t('needs.fields.weight_percent')}
            description={t('needs.weightHint')}
            required
            min={1}
            max={1000}
            allowDecimal={false}
            suffix=" %"
            {...form.getInputProps('weight_percent')}
          />
          <Stack gap={4}>
            <Text id="need-counted" fw={500}>
              {t('needs.fields.counted')}
            </Text>
            <SegmentedControl
              aria-labelledby="need-counted"
              orientation="vertical"
              data={(['disadvantaged', 'own'] as const).map((value) => ({
                value,
                label: t(`needs.counted.${value}`),
              }))}
              {...form.getInputProps('counted')}
            />
          </Stack>
          {form.values.counted === 'own' &&
            open.map(({ id: school, name }) => (
              <NumberInput
                key={school}
                label={name}
                min={0}
                max={1_000_000}
                allowDecimal={false}
                value={form.values.counts[school] ?? ''}
                onChange={(pupils) =>
                  form.setFieldValue('counts', { ...form.values.counts, [school]: pupils })
                }
              />
            ))}
        </>
      )}
    </RecordDialog>
  );
}

import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { AlreadyGoingOn } from '@/strategy/AlreadyGoingOn';
import { libraryQuery } from '@/strategy/queries';
import { usePlanPage } from '../PlanContext';
import { saveStrategy } from '../planApi';
import type { StrategyFields, System } from '../queries';
import { type Owner, strategyFields, withOwner, withoutOwner } from '../rules/fields';
import { OwnerInput } from './inputs';
import { RecordDialog, type Versioned } from './RecordDialog';
import { SystemsInput, TierInput } from './strategyInputs';

type Rec = StrategyFields & Versioned & { id?: string };
type Draft = Omit<StrategyFields, 'owner_id' | 'owner_name'> & { owner: Owner };

interface StrategyDialogProps {
  goal: string;
  strategy: Rec;
  gone: boolean;
  onClose: () => void;
}

export function StrategyDialog({ goal, strategy, gone, onClose }: StrategyDialogProps) {
  const { t } = useTranslation('plan');
  const { district } = usePlanPage();
  const { data: library = [] } = useQuery(libraryQuery(district));
  const format = useFormat();
  const id = strategy.id ?? null;
  const words = (field: keyof Draft, value: Draft[keyof Draft]) => {
    if (field === 'owner') return (value as Owner).name;
    if (field === 'evidence_tier') return t(`tier.${value as Draft['evidence_tier']}.name`);
    if (field === 'library_id') return library.find((entry) => entry.id === value)?.title ?? '';
    if (field === 'systems') {
      return format.list((value as System[]).map((system) => t(`system.${system}`)));
    }
    return String(value);
  };
  return (
    <RecordDialog<Rec, Draft>
      title={t(id ? 'strategy.edit' : 'strategy.add')}
      name={`strategy.${id ?? `new.${goal}`}`}
      record={strategy}
      gone={gone}
      fields={(record) => withOwner(strategyFields(record))}
      save={(draft, version, create) =>
        saveStrategy({ district, id, parent: goal, fields: withoutOwner(draft), version, create })
      }
      validate={{ title: (text) => (text.trim() ? null : t('form.required')) }}
      label={(field) => t(`strategy.fields.${field}`)}
      show={words}
      onClose={onClose}
    >
      {(form) => (
        <>
          {!id && <AlreadyGoingOn district={district} />}
          {library.length > 0 && (
            <Select
              label={t('strategy.fields.library_id')}
              description={t('strategy.libraryHint')}
              placeholder={t('strategy.libraryNone')}
              clearable
              searchable
              clearButtonProps={{ 'aria-label': t('strategy.libraryClear') }}
              data={library
                .filter(({ active, id: entry }) => active || entry === form.values.library_id)
                .map((entry) => ({ value: entry.id, label: entry.title }))}
              {...form.getInputProps('library_id')}
              value={form.values.library_id ?? null}
              onChange={(picked) => {
                const entry = library.find((one) => one.id === picked);
                form.setFieldValue('library_id', picked);
                // Only a new strategy takes its words from there; one that exists keeps its own.
                if (!entry || id) return;
                form.setValues({
                  title: entry.title,
                  description: entry.description,
                  evidence_tier: entry.evidence_tier,
                  systems: entry.systems,
                });
              }}
            />
          )}
          <TextInput
            label={t('strategy.fields.title')}
            required
            maxLength={200}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Textarea
            label={t('strategy.fields.description')}
            description={t('strategy.descriptionHint')}
            maxLength={4000}
            minRows={3}
            maxRows={14}
            {...form.getInputProps('description')}
          />
          <TierInput {...form.getInputProps('evidence_tier')} />
          <SystemsInput {...form.getInputProps('systems')} />
          <OwnerInput {...form.getInputProps('owner')} />
        </>
      )}
    </RecordDialog>
  );
}

import { Select, Text, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import { OverReason } from '@/fund/OverReason';
import { fundsQuery } from '@/fund/queries';
import { overWith } from '@/fund/rules';
import { usePlanPage } from '../PlanContext';
import { saveLine } from '../planApi';
import type { FundingLineFields, FundingSource, PlanGoal, PlanStrategy } from '../queries';
import { readDollars, writeDollars } from '../rules/money';
import { RecordDialog, type Versioned } from './RecordDialog';

type Rec = FundingLineFields & Versioned & { id?: string };
/** The amount is text until it is saved; named as the contract names it, for its errors. */
interface Draft {
  school_id: string | null;
  source_id: string | null;
  year: string | null;
  amount_cents: string;
  note: string;
  over_reason: string;
}

interface LineDialogProps {
  goal: PlanGoal;
  strategy: PlanStrategy;
  line: Rec;
  sources: FundingSource[];
  years: string[];
  gone: boolean;
  onClose: () => void;
}

export function LineDialog(props: LineDialogProps) {
  const { goal, strategy, line, sources, years, gone, onClose } = props;
  const { t, i18n } = useTranslation(['plan', 'fund']);
  const { district, schoolName } = usePlanPage();
  const format = useFormat();
  const language = i18n.language;
  const id = line.id ?? null;
  const offered = sources.filter((source) => source.active || source.id === line.source_id);

  const amountHint = (text: string) => {
    const cents = readDollars(text, language);
    return text.trim() && cents !== null ? `= ${format.money(cents)}` : t('line.amountHint');
  };
  const words = (field: keyof Draft, value: string | null) => {
    if (field === 'school_id') return value ? schoolName(value) : t('theDistrict');
    if (field === 'source_id') return sources.find((source) => source.id === value)?.name ?? '';
    return value ?? '';
  };

  return (
    <RecordDialog<Rec, Draft>
      title={t(id ? 'line.edit' : 'line.add')}
      name={`line.${id ?? `new.${strategy.id}`}`}
      record={line}
      gone={gone}
      fields={(record) => ({
        school_id: record.school_id ?? null,
        source_id: record.source_id || null,
        year: record.year || null,
        amount_cents: record.version === 0 ? '' : writeDollars(record.amount_cents, language),
        note: record.note,
        over_reason: record.over_reason ?? '',
      })}
      save={(draft, version, create) =>
        saveLine({
          district,
          id,
          parent: strategy.id,
          version,
          create,
          fields: {
            ...draft,
            source_id: draft.source_id ?? '',
            year: draft.year ?? '',
            amount_cents: readDollars(draft.amount_cents, language) ?? 0,
            over_reason: draft.over_reason.trim() || null,
          },
        })
      }
      validate={{
        source_id: (source) => (source ? null : t('form.required')),
        year: (year) => (year ? null : t('form.required')),
        amount_cents: (text) => (readDollars(text, language) === null ? t('line.badAmount') : null),
      }}
      label={(field) => t(`line.fields.${field}`)}
      show={words}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Text c="dimmed">{t('line.place', { strategy: strategy.title })}</Text>
          <Select
            label={t('line.fields.source_id')}
            required
            searchable
            data-autofocus
            nothingFoundMessage={t('line.noSource')}
            data={offered.map(({ id: value, name }) => ({ value, label: name }))}
            {...form.getInputProps('source_id')}
          />
          <TextInput
            label={t('line.fields.amount_cents')}
            required
            inputMode="decimal"
            leftSection={<span aria-hidden>$</span>}
            maxLength={30}
            description={amountHint(form.values.amount_cents)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('amount_cents')}
          />
          <Select
            label={t('line.fields.year')}
            required
            data={years}
            {...form.getInputProps('year')}
          />
          <SchoolPicker
            label={t('line.fields.school_id')}
            none={t('line.whole')}
            {...(goal.all_schools ? {} : { only: goal.schools })}
            {...form.getInputProps('school_id')}
            value={form.values.school_id}
          />
          <TextInput
            label={t('line.fields.note')}
            maxLength={500}
            {...form.getInputProps('note')}
          />
          <BeyondSource
            draft={form.values}
            before={line}
            input={form.getInputProps('over_reason')}
          />
        </>
      )}
    </RecordDialog>
  );
}

interface BeyondSourceProps {
  draft: Draft;
  before: Rec;
  input: GetInputPropsReturnType;
}

/** Said while one types: the source would be planned beyond what it has. */
function BeyondSource({ draft, before, input }: BeyondSourceProps) {
  const { t, i18n } = useTranslation('fund');
  const { district } = usePlanPage();
  const format = useFormat();
  const year = draft.year ?? '';
  const funds = useQuery({ ...fundsQuery(district, year), enabled: year !== '' });
  const stream = funds.data?.streams.find(({ source_id }) => source_id === draft.source_id);
  const cents = readDollars(draft.amount_cents, i18n.language) ?? 0;
  const saved = before.version === 0 ? null : before;
  const over = overWith(stream, year, { ...draft, amount_cents: cents }, saved);
  const available = stream?.available_cents ?? 0;
  return (
    <OverReason
      over={over}
      text={t('over.text', {
        name: stream?.name ?? '',
        available: format.money(available),
        planned: format.money(available + over),
        over: format.money(over),
      })}
      input={input}
    />
  );
}

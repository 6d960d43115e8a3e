import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { RecordDialog } from '@/plan/dialogs/RecordDialog';
import { usePlanPage } from '@/plan/PlanContext';
import { readDollars, writeDollars } from '@/plan/rules/money';
import { saveBudget } from './fundApi';
import { OverReason } from './OverReason';
import type { StreamBudgetFields, StreamFunds } from './queries';

interface Draft {
  amount_cents: string;
  note: string;
  over_reason: string;
}

interface BudgetDialogProps {
  stream: StreamFunds;
  year: string;
  onClose: () => void;
}

/** What a source has in a year. */
export function BudgetDialog({ stream, year, onClose }: BudgetDialogProps) {
  const { t, i18n } = useTranslation('fund');
  const { district } = usePlanPage();
  const format = useFormat();
  const language = i18n.language;
  const said = stream.reasons.find(({ line_id }) => line_id === null)?.reason ?? '';
  const record: StreamBudgetFields & { version: number } = {
    version: stream.budget_version,
    amount_cents: stream.available_cents,
    note: stream.note,
    over_reason: said || null,
  };
  const overBy = (text: string) => {
    const cents = text.trim() ? readDollars(text, language) : null;
    return cents === null ? 0 : Math.max(0, stream.planned_cents - cents);
  };
  return (
    <RecordDialog<StreamBudgetFields & { version: number }, Draft>
      title={t('budget.edit', { name: stream.name, year })}
      name={`budget.${stream.source_id}.${year}`}
      record={record}
      fields={({ amount_cents, note, over_reason }) => ({
        amount_cents: typeof amount_cents === 'number' ? writeDollars(amount_cents, language) : '',
        note,
        over_reason: over_reason ?? '',
      })}
      save={(draft, version) =>
        saveBudget(district, stream.source_id, year, version, {
          amount_cents: draft.amount_cents.trim()
            ? readDollars(draft.amount_cents, language)
            : null,
          note: draft.note,
          over_reason: draft.over_reason.trim() || null,
        })
      }
      validate={{
        amount_cents: (text) =>
          text.trim() && readDollars(text, language) === null ? t('badAmount') : null,
        over_reason: (reason, values) =>
          overBy(values.amount_cents) > 0 && !reason.trim() ? t('over.needed') : null,
      }}
      label={(field) => t(`budget.fields.${field}`)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextInput
            label={t('budget.fields.amount_cents')}
            description={t('budget.hint', { planned: format.money(stream.planned_cents) })}
            inputMode="decimal"
            leftSection={<span aria-hidden>$</span>}
            maxLength={30}
            data-autofocus
            {...form.getInputProps('amount_cents')}
          />
          <Textarea
            label={t('budget.fields.note')}
            autosize
            minRows={2}
            maxLength={500}
            {...form.getInputProps('note')}
          />
          <OverReason
            over={overBy(form.values.amount_cents)}
            text={t('over.budget', {
              planned: format.money(stream.planned_cents),
              over: format.money(overBy(form.values.amount_cents)),
            })}
            input={form.getInputProps('over_reason')}
          />
        </>
      )}
    </RecordDialog>
  );
}

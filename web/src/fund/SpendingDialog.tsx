import { SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { DayInput } from '@/plan/dialogs/inputs';
import { RecordDialog } from '@/plan/dialogs/RecordDialog';
import { usePlanPage } from '@/plan/PlanContext';
import { readDollars, writeDollars } from '@/plan/rules/money';
import { saveSpending } from './fundApi';
import { OverReason } from './OverReason';
import type { Spending, SpendingFields } from './queries';

type Rec = SpendingFields & { version: number; id?: string; updated_by?: string };
interface Draft {
  status: SpendingFields['status'];
  dated: string | null;
  amount_cents: string;
  paid_to: string;
  note: string;
  over_reason: string;
}

interface SpendingDialogProps {
  line: string;
  entry: Rec;
  /** Of the line, without this entry. */
  left: number;
  gone: boolean;
  onClose: () => void;
}

export function SpendingDialog({ line, entry, left, gone, onClose }: SpendingDialogProps) {
  const { t, i18n } = useTranslation(['fund', 'plan', 'app']);
  const { district } = usePlanPage();
  const format = useFormat();
  const language = i18n.language;
  const id = entry.id ?? null;
  const overBy = (text: string) => Math.max(0, (readDollars(text, language) ?? 0) - left);
  const before = entry.version === 0 ? 0 : entry.amount_cents;
  // As before or less needs no new reason.
  const asks = (text: string) =>
    overBy(text) > 0 && (readDollars(text, language) ?? 0) > before ? overBy(text) : 0;
  return (
    <RecordDialog<Rec, Draft>
      title={t(id ? 'spending.edit' : 'spending.add')}
      name={`spending.${id ?? `new.${line}`}`}
      record={entry}
      gone={gone}
      fields={(record) => ({
        status: record.status,
        dated: record.dated,
        amount_cents: record.version === 0 ? '' : writeDollars(record.amount_cents, language),
        paid_to: record.paid_to,
        note: record.note,
        over_reason: record.over_reason ?? '',
      })}
      save={(draft, version, create) =>
        saveSpending({
          district,
          line,
          id,
          version,
          create,
          fields: {
            ...draft,
            dated: draft.dated ?? '',
            amount_cents: readDollars(draft.amount_cents, language) ?? 0,
            over_reason: draft.over_reason.trim() || null,
          },
        }) as Promise<Spending>
      }
      validate={{
        dated: (day) => (day ? null : t('plan:form.required')),
        amount_cents: (text) => (readDollars(text, language) === null ? t('badAmount') : null),
        over_reason: (reason, values) =>
          asks(values.amount_cents) > 0 && !reason.trim() ? t('over.needed') : null,
      }}
      label={(field) => t(`spending.fields.${field}`)}
      show={(field, value) =>
        field === 'status' ? t(`spending.status.${value as Draft['status']}`) : (value ?? '')
      }
      onClose={onClose}
    >
      {(form) => (
        <>
          <Stack gap={4}>
            <Text id="spending-status" fw={500}>
              {t('spending.fields.status')}
            </Text>
            <SegmentedControl
              aria-labelledby="spending-status"
              data={(['committed', 'spent'] as const).map((value) => ({
                value,
                label: t(`spending.status.${value}`),
              }))}
              {...form.getInputProps('status')}
            />
            <Text size="sm" c="dimmed">
              {t(`spending.statusHint.${form.values.status}`)}
            </Text>
          </Stack>
          <TextInput
            label={t('spending.fields.amount_cents')}
            description={t('spending.left', { left: format.money(Math.max(0, left)) })}
            required
            inputMode="decimal"
            leftSection={<span aria-hidden>$</span>}
            maxLength={30}
            data-autofocus
            {...form.getInputProps('amount_cents')}
          />
          <DayInput label={t('spending.fields.dated')} required {...form.getInputProps('dated')} />
          <TextInput
            label={t('spending.fields.paid_to')}
            maxLength={200}
            {...form.getInputProps('paid_to')}
          />
          <Textarea
            label={t('spending.fields.note')}
            autosize
            minRows={2}
            maxLength={500}
            {...form.getInputProps('note')}
          />
          <OverReason
            over={asks(form.values.amount_cents)}
            text={t('over.line', {
              left: format.money(Math.max(0, left)),
              over: format.money(overBy(form.values.amount_cents)),
            })}
            input={form.getInputProps('over_reason')}
          />
        </>
      )}
    </RecordDialog>
  );
}

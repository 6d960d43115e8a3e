import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api, body, ifMatch } from '@/api/client';
import { keyOf } from '@/api/keys';
import { fieldErrors } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { FormDialog } from '@/app/ui/FormDialog';
import { useDistrict } from '@/identity/session';
import { type Adjustment, staleWithMonitoring } from '../queries';

interface DecideDialogProps {
  row: Adjustment;
  accept: boolean;
  close: () => void;
}

/** Accept or decline, with the reason: it is kept and everybody can read it. */
export function DecideDialog({ row, accept, close }: DecideDialogProps) {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (text) => (text.trim() ? null : t('required')) },
  });
  const decide = useSend({
    send: ({ reason }: { reason: string }) =>
      body(
        api.POST('/districts/{district}/adjustments/{adjustment}/decision', {
          params: { path: { district, adjustment: row.id }, header: ifMatch(row.version) },
          body: { accept, reason },
        }),
      ),
    stale: [...staleWithMonitoring(district), keyOf(district, 'plan')],
    said: t(accept ? 'adjustment.acceptedSaid' : 'adjustment.declinedSaid'),
    handles: [422],
    done: close,
  });
  return (
    <FormDialog
      opened
      title={t(accept ? 'adjustment.acceptTitle' : 'adjustment.declineTitle')}
      onClose={close}
      dirty={form.isDirty()}
      saving={decide.isPending}
      action={t(accept ? 'adjustment.accept' : 'adjustment.decline')}
      onSubmit={() => {
        if (form.validate().hasErrors) return;
        decide.mutate(form.getValues(), {
          onError: (error) => form.setErrors(fieldErrors(error)),
        });
      }}
    >
      <Text fw={600} dir="auto">
        {row.title}
      </Text>
      {accept && row.kind !== 'note' && <Text>{t('adjustment.atOnce')}</Text>}
      <Textarea
        label={t('adjustment.decisionReason')}
        description={t('adjustment.decisionHelp')}
        maxLength={4000}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}

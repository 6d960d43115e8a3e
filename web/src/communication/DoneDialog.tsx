import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { RecordEditor } from '@/app/ui/RecordEditor';
import { useDistrict } from '@/identity/session';
import { addDelivery, type Communication, staleCommunications } from './queries';
import { dayOf } from './rules';

interface Noted {
  version: number;
  note: string;
}

/** Notes that it was done for the day that it was due. */
export function DoneDialog({ row, onClose }: { row: Communication; onClose: () => void }) {
  const { t } = useTranslation('communication');
  const { id: district } = useDistrict();
  const format = useFormat();
  const day = dayOf(row) ?? row.starts_on;
  return (
    <RecordEditor<Noted, { note: string }>
      title={t('doneTitle')}
      record={{ version: 0, note: '' }}
      fields={({ note }) => ({ note })}
      save={({ note }, _, create) => addDelivery(district, row.id, { due_on: day, note }, create)}
      stale={staleCommunications(district)}
      said={t('noted')}
      action={t('done')}
      label={() => t('note')}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Text>{t('doneText', { title: row.title, day: format.date(day) })}</Text>
          {row.missed > 0 && <Text c="dimmed">{t('missedToo', { count: row.missed })}</Text>}
          <Textarea
            label={t('note')}
            description={t('noteHelp')}
            maxLength={2000}
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps('note')}
          />
        </>
      )}
    </RecordEditor>
  );
}

import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RecordEditor } from '@/app/ui/RecordEditor';
import { useDistrict } from '@/identity/session';
import { type Barrier, raiseBarrier, staleBarriers } from './queries';

export function RaiseDialog({ barrier, onClose }: { barrier: Barrier; onClose: () => void }) {
  const { t } = useTranslation('barrier');
  const { id: district } = useDistrict();
  return (
    <RecordEditor<Barrier, { note: string }>
      title={t('raise')}
      record={barrier}
      fields={() => ({ note: '' })}
      save={(fields, version) => raiseBarrier(district, barrier.id, fields, version)}
      stale={staleBarriers(district)}
      said={t('raised')}
      action={t('raise')}
      validate={{ note: (note) => (note.trim() ? null : t('sayWhat')) }}
      label={() => t('raiseNote')}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Text>{t('raiseHelp')}</Text>
          <Textarea
            label={t('raiseNote')}
            required
            maxLength={2000}
            autosize
            minRows={3}
            data-autofocus
            {...form.getInputProps('note')}
          />
        </>
      )}
    </RecordEditor>
  );
}

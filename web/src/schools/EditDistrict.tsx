import { Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { keyOf, sessionKey } from '@/api/keys';
import { queryClient } from '@/api/queryClient';
import { useRecordForm } from '@/api/useRecordForm';
import { FormDialog } from '@/app/ui/FormDialog';
import { RecordConflicts } from '@/app/ui/RecordConflicts';
import { toast } from '@/app/ui/toast';
import { type District, type DistrictFields, replaceDistrict } from './queries';

export function EditDistrict({ district, onClose }: { district: District; onClose: () => void }) {
  const { t } = useTranslation('schools');
  const editor = useRecordForm<District, DistrictFields>({
    record: district,
    fields: ({ code, name }) => ({ code, name }),
    save: (fields, version) => replaceDistrict(district.id, fields, ifMatch(version)),
    saved: ({ name }) => {
      void queryClient.invalidateQueries({ queryKey: keyOf(district.id, 'schools') });
      // The header's name comes with the session.
      void queryClient.invalidateQueries({ queryKey: sessionKey });
      toast.good(t('saved', { name }));
      onClose();
    },
    validate: {
      name: (name) => (name.trim() ? null : t('form.required')),
      code: (code) => (code.trim() ? null : t('form.required')),
    },
  });
  return (
    <FormDialog
      opened
      title={t('district.edit')}
      onClose={onClose}
      onSubmit={editor.submit}
      dirty={editor.dirty}
      saving={editor.saving}
    >
      <Stack gap="md">
        <TextInput
          label={t('district.name')}
          maxLength={200}
          required
          data-autofocus
          {...editor.form.getInputProps('name')}
        />
        <TextInput
          label={t('district.code')}
          description={t('form.codeHelp')}
          maxLength={20}
          required
          {...editor.form.getInputProps('code')}
        />
      </Stack>
      <RecordConflicts editor={editor} label={(field) => t(`district.${field}`)} />
    </FormDialog>
  );
}

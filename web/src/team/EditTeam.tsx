import { Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { keyOf } from '@/api/keys';
import { queryClient } from '@/api/queryClient';
import { useRecordForm } from '@/api/useRecordForm';
import { FormDialog } from '@/app/ui/FormDialog';
import { RecordConflicts } from '@/app/ui/RecordConflicts';
import { toast } from '@/app/ui/toast';
import { useDistrict } from '@/identity/session';
import { replaceTeam, type Team, type TeamFields } from './queries';

export function EditTeam({ team, onClose }: { team: Team; onClose: () => void }) {
  const { t } = useTranslation(['team', 'app']);
  const { id: district } = useDistrict();
  const editor = useRecordForm<Team, TeamFields>({
    record: team,
    fields: ({ name, charge }) => ({ name, charge }),
    save: (fields, version) => replaceTeam(district, team.id, fields, ifMatch(version)),
    saved: ({ name }) => {
      void queryClient.invalidateQueries({ queryKey: keyOf(district, 'teams') });
      toast.good(t('saved', { name }));
      onClose();
    },
    validate: { name: (name) => (name.trim() ? null : t('member.required')) },
  });
  return (
    <FormDialog
      opened
      title={t('edit')}
      onClose={onClose}
      onSubmit={editor.submit}
      dirty={editor.dirty}
      saving={editor.saving}
    >
      <Stack gap="md">
        <TextInput
          label={t('name')}
          maxLength={200}
          required
          data-autofocus
          {...editor.form.getInputProps('name')}
        />
        <Textarea
          label={t('charge')}
          description={t('chargeHelp')}
          maxLength={2000}
          minRows={4}
          {...editor.form.getInputProps('charge')}
        />
      </Stack>
      <RecordConflicts editor={editor} label={(field) => t(field)} />
    </FormDialog>
  );
}

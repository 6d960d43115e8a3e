import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { keyOf } from '@/api/keys';
import { queryClient } from '@/api/queryClient';
import { useRecordForm } from '@/api/useRecordForm';
import { FormDialog } from '@/app/ui/FormDialog';
import { RecordConflicts } from '@/app/ui/RecordConflicts';
import { toast } from '@/app/ui/toast';
import { useDistrict } from '@/identity/session';
import { replaceSchool, type School, type SchoolFields } from './queries';
import { fieldsOf } from './rules';
import { checks, SchoolInputs } from './SchoolInputs';

export function EditSchool({ school, onClose }: { school: School; onClose: () => void }) {
  const { t } = useTranslation(['schools', 'app']);
  const { id: district } = useDistrict();
  const editor = useRecordForm<School, SchoolFields>({
    record: school,
    fields: fieldsOf,
    save: (fields, version) => replaceSchool(district, school.id, fields, ifMatch(version)),
    saved: ({ name }) => {
      for (const topic of ['schools', 'teams', 'rounds', 'plan'] as const)
        void queryClient.invalidateQueries({ queryKey: keyOf(district, topic) });
      toast.good(t('saved', { name }));
      onClose();
    },
    validate: checks(t),
  });
  return (
    <FormDialog
      opened
      title={t('editTitle', { name: school.name })}
      onClose={onClose}
      onSubmit={editor.submit}
      dirty={editor.dirty}
      saving={editor.saving}
    >
      <SchoolInputs form={editor.form} withStatus />
      <RecordConflicts
        editor={editor}
        label={(field) => t(`form.${field}`)}
        show={(field, value) => {
          if (field === 'level') return t(`app:levels.${value as School['level']}`);
          if (field === 'status') return t(`app:status.${value as School['status']}`);
          return value === null || value === undefined ? '' : String(value);
        }}
      />
    </FormDialog>
  );
}

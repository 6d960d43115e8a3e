import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { keyOf } from '@/api/keys';
import { queryClient } from '@/api/queryClient';
import { useRecordForm } from '@/api/useRecordForm';
import { FormDialog } from '@/app/ui/FormDialog';
import { RecordConflicts } from '@/app/ui/RecordConflicts';
import { toast } from '@/app/ui/toast';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import { checks, PersonInputs } from './PersonInputs';
import { type Grant, type Person, type PersonFields, replacePerson } from './queries';
import { fieldsOf } from './rules';
import { useGrantWords } from './useGrantWords';

export function EditPerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation(['people', 'app']);
  const { id: district } = useDistrict();
  const schoolName = useSchoolName(district);
  const words = useGrantWords(schoolName);
  const editor = useRecordForm<Person, PersonFields>({
    record: person,
    fields: fieldsOf,
    save: (fields, version) => replacePerson(district, person.id, fields, ifMatch(version)),
    saved: ({ name }) => {
      void queryClient.invalidateQueries({ queryKey: keyOf(district, 'people') });
      toast.good(t('saved', { name }));
      onClose();
    },
    validate: checks(t),
  });

  return (
    <FormDialog
      opened
      title={t('editTitle', { name: person.name })}
      onClose={onClose}
      onSubmit={editor.submit}
      dirty={editor.dirty}
      saving={editor.saving}
    >
      <PersonInputs form={editor.form} withActive />
      <RecordConflicts
        editor={editor}
        label={(field) => t(field === 'grants' ? 'grants.title' : `form.${field}`)}
        show={(field, value) => {
          if (field === 'grants') return (value as Grant[]).map(words).join('; ');
          if (field === 'active') return t(value ? 'app:status.active' : 'app:status.inactive');
          return String(value);
        }}
      />
    </FormDialog>
  );
}

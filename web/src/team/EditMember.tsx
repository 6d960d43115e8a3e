import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { keyOf } from '@/api/keys';
import { queryClient } from '@/api/queryClient';
import { useRecordForm } from '@/api/useRecordForm';
import { FormDialog } from '@/app/ui/FormDialog';
import { RecordConflicts } from '@/app/ui/RecordConflicts';
import { toast } from '@/app/ui/toast';
import { useDistrict } from '@/identity/session';
import { checks, MemberInputs } from './MemberInputs';
import { type Member, type MemberFields, replaceMember, type Team } from './queries';
import { memberFields } from './rules';

interface EditMemberProps {
  team: Team;
  member: Member;
  onClose: () => void;
}

export function EditMember({ team, member, onClose }: EditMemberProps) {
  const { t } = useTranslation(['team', 'app']);
  const { id: district } = useDistrict();
  const editor = useRecordForm<Member, MemberFields>({
    record: member,
    fields: memberFields,
    save: (fields, version) =>
      replaceMember(district, team.id, member.id, fields, ifMatch(version)),
    saved: ({ name }) => {
      void queryClient.invalidateQueries({ queryKey: keyOf(district, 'teams') });
      toast.good(t('saved', { name }));
      onClose();
    },
    validate: checks(t),
  });
  return (
    <FormDialog
      opened
      title={t('member.editTitle', { name: member.name })}
      onClose={onClose}
      onSubmit={editor.submit}
      dirty={editor.dirty}
      saving={editor.saving}
    >
      <MemberInputs team={team} form={editor.form} />
      <RecordConflicts
        editor={editor}
        label={(field) => t(`member.field.${field}`)}
        show={(field, value) => {
          if (field === 'represents') return t(`represents.${value as Member['represents']}`);
          if (field === 'decision_maker') return t(value ? 'member.yes' : 'member.no');
          if (field === 'person_id') return t(value ? 'member.yes' : 'member.no');
          return String(value ?? '');
        }}
      />
    </FormDialog>
  );
}

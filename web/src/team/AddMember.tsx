import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { keyOf } from '@/api/keys';
import { fieldErrors } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { FormDialog } from '@/app/ui/FormDialog';
import { useDistrict } from '@/identity/session';
import { checks, MemberInputs } from './MemberInputs';
import { addMember, type MemberFields, type Team } from './queries';
import { useTeamName } from './useTeamName';

/** What is known of the member to come: from the gap that they are to fill. */
export type Wanted = Pick<MemberFields, 'represents' | 'decision_maker'>;

interface AddMemberProps {
  team: Team;
  wanted: Wanted;
  onClose: () => void;
}

export function AddMember({ team, wanted, onClose }: AddMemberProps) {
  const { t } = useTranslation(['team', 'app']);
  const { id: district } = useDistrict();
  const teamName = useTeamName();
  const form = useForm<MemberFields>({
    initialValues: { person_id: null, name: '', role: '', ...wanted },
    validate: checks(t),
  });
  const add = useSend({
    send: (fields: MemberFields, { create: header }) =>
      addMember(district, team.id, fields, header),
    stale: [keyOf(district, 'teams'), keyOf(district, 'home')],
    said: ({ name }) => t('member.added', { name, team: teamName(team) }),
    handles: [422],
    done: onClose,
  });
  const submit = form.onSubmit((fields) =>
    add.mutate(fields, { onError: (error) => form.setErrors(fieldErrors(error)) }),
  );
  return (
    <FormDialog
      opened
      title={t('member.addTitle', { team: teamName(team) })}
      onClose={onClose}
      onSubmit={submit}
      dirty={form.isDirty()}
      saving={add.isPending}
      action={t('member.add')}
    >
      <MemberInputs team={team} form={form} />
    </FormDialog>
  );
}

import { Checkbox } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf } from '@/api/keys';
import { fieldErrors, isProblem } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { FormDialog } from '@/app/ui/FormDialog';
import { useDistrict } from '@/identity/session';
import { checks, PersonInputs } from './PersonInputs';
import { createPerson, type Person, type PersonFields } from './queries';
import { nobodyYet } from './rules';

interface AddPersonProps {
  opened: boolean;
  onClose: () => void;
  /** The new person is to have an invitation at once. */
  onInvite: (person: Person) => void;
}

export function AddPerson({ opened, onClose, onInvite }: AddPersonProps) {
  const { t } = useTranslation(['people', 'app']);
  const { id: district } = useDistrict();
  const [invite, setInvite] = useState(true);
  const form = useForm<PersonFields>({ initialValues: nobodyYet, validate: checks(t) });

  const close = () => {
    form.reset();
    onClose();
  };
  const create = useSend({
    send: (fields: PersonFields, { create: header }) => createPerson(district, fields, header),
    stale: [keyOf(district, 'people')],
    said: (person) => t('added', { name: person.name }),
    handles: [409, 422],
    done: (person) => {
      close();
      if (invite) onInvite(person);
    },
  });
  const submit = form.onSubmit((fields) =>
    create.mutate(fields, {
      onError: (error) =>
        form.setErrors(isProblem(error, 409) ? { email: error.message } : fieldErrors(error)),
    }),
  );

  return (
    <FormDialog
      opened={opened}
      title={t('addTitle')}
      onClose={close}
      onSubmit={submit}
      dirty={form.isDirty()}
      saving={create.isPending}
      action={t('addAction')}
    >
      <PersonInputs form={form} />
      <Checkbox
        label={t('form.inviteNow')}
        checked={invite}
        onChange={({ currentTarget: { checked } }) => setInvite(checked)}
      />
    </FormDialog>
  );
}

import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { keyOf } from '@/api/keys';
import { fieldErrors, isProblem } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { FormDialog } from '@/app/ui/FormDialog';
import { useDistrict } from '@/identity/session';
import { createSchool, type SchoolFields } from './queries';
import { noSchoolYet } from './rules';
import { checks, SchoolInputs } from './SchoolInputs';

export function AddSchool({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['schools', 'app']);
  const { id: district } = useDistrict();
  const form = useForm<SchoolFields>({ initialValues: noSchoolYet, validate: checks(t) });
  const close = () => {
    form.reset();
    onClose();
  };
  const create = useSend({
    send: (fields: SchoolFields, { create: header }) => createSchool(district, fields, header),
    stale: [keyOf(district, 'schools'), keyOf(district, 'teams'), keyOf(district, 'rounds')],
    said: (school) => t('added', { name: school.name }),
    handles: [409, 422],
    done: close,
  });
  const submit = form.onSubmit((fields) =>
    create.mutate(fields, {
      onError: (error) =>
        form.setErrors(isProblem(error, 409) ? { code: error.message } : fieldErrors(error)),
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
      <SchoolInputs form={form} />
    </FormDialog>
  );
}

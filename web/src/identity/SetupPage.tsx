import { Button, Fieldset, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, body, type Schema } from '@/api/client';
import { fieldErrors } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { longEnough, NewPassword } from './NewPassword';
import { PublicFrame } from './PublicFrame';
import { signedIn } from './session';
import { setupQuery } from './setup';

/** The first visitor of a new server: names the district and becomes its administrator. */
export function SetupPage() {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const setup = useQuery(setupQuery);
  const form = useForm<Schema<'SetupFields'>>({
    initialValues: {
      district: { code: '', name: '' },
      person: { name: '', email: '', password: '' },
    },
    validate: {
      district: {
        code: (code) => (code.trim() ? null : t('required')),
        name: (name) => (name.trim() ? null : t('required')),
      },
      person: {
        name: (name) => (name.trim() ? null : t('required')),
        email: (email) => (email.includes('@') ? null : t('emailWrong')),
        password: (password) => (longEnough(password) ? null : t('newPassword.short')),
      },
    },
  });
  const create = useSend({
    send: (fields: Schema<'SetupFields'>) => body(api.POST('/setup', { body: fields })),
    handles: [422],
    done: async (session) => {
      signedIn(session);
      await navigate({ to: '/' });
    },
  });

  if (setup.data && !setup.data.needed && !create.isSuccess) return <Navigate to="/sign-in" />;

  const submit = form.onSubmit((fields) =>
    create.mutate(fields, { onError: (error) => form.setErrors(fieldErrors(error)) }),
  );
  return (
    <PublicFrame title={t('setup.title')} lead={t('setup.lead')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="lg">
          <Fieldset legend={t('setup.district')}>
            <Stack gap="md">
              <TextInput
                label={t('setup.name')}
                autoComplete="organization"
                maxLength={200}
                required
                autoFocus
                {...form.getInputProps('district.name')}
              />
              <TextInput
                label={t('setup.code')}
                description={t('setup.codeHelp')}
                maxLength={20}
                required
                {...form.getInputProps('district.code')}
              />
            </Stack>
          </Fieldset>
          <Fieldset legend={t('setup.person')}>
            <Stack gap="md">
              <TextInput
                label={t('name')}
                autoComplete="name"
                maxLength={200}
                required
                {...form.getInputProps('person.name')}
              />
              <TextInput
                label={t('email')}
                type="email"
                autoComplete="username"
                maxLength={254}
                required
                {...form.getInputProps('person.email')}
              />
              <NewPassword {...form.getInputProps('person.password')} />
            </Stack>
          </Fieldset>
          <Button type="submit" size="lg" loading={create.isPending}>
            {t('setup.action')}
          </Button>
        </Stack>
      </form>
    </PublicFrame>
  );
}

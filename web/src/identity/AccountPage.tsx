import { Button, Card, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { fieldErrors } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { PageHeader } from '@/app/ui/PageHeader';
import { useSchoolName } from '@/schools/queries';
import { longEnough, NewPassword } from './NewPassword';
import { useDistrict, useSession } from './session';

export function AccountPage() {
  const { t } = useTranslation('identity');
  const session = useSession();
  return (
    <>
      <PageHeader title={t('account.title')} lead={session?.person.email} />
      <Stack gap="lg" maw="34rem">
        <MyRoles />
        <ChangePassword />
      </Stack>
    </>
  );
}

function MyRoles() {
  const { t } = useTranslation(['identity', 'app']);
  const { id, name, grants } = useDistrict();
  const schoolName = useSchoolName(id);
  return (
    <Card component="section">
      <Title order={2} mb="xs">
        {t('account.roles')}
      </Title>
      <Stack gap={4}>
        {grants.map(({ role, school_id }) => (
          <Text key={`${role}${school_id}`}>
            {t(`app:roles.${role}`)}, {school_id ? schoolName(school_id) : name}
          </Text>
        ))}
      </Stack>
    </Card>
  );
}

const blank = { current_password: '', new_password: '' };

function ChangePassword() {
  const { t } = useTranslation('identity');
  const email = useSession()?.person.email;
  const form = useForm({
    initialValues: blank,
    validate: {
      current_password: (text) => (text ? null : t('required')),
      new_password: (text) => (longEnough(text) ? null : t('newPassword.short')),
    },
  });
  const change = useSend({
    send: (fields: typeof blank) => api.PUT('/session/password', { body: fields }),
    said: t('account.changed'),
    handles: [422],
    done: () => form.reset(),
  });
  const submit = form.onSubmit((fields) =>
    change.mutate(fields, { onError: (error) => form.setErrors(fieldErrors(error)) }),
  );
  return (
    <Card component="section">
      <Title order={2} mb="xs">
        {t('account.password')}
      </Title>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {/* Password managers need to know whose password this is. */}
          <input type="hidden" autoComplete="username" value={email ?? ''} readOnly />
          <PasswordInput
            label={t('account.current')}
            autoComplete="current-password"
            required
            {...form.getInputProps('current_password')}
          />
          <NewPassword {...form.getInputProps('new_password')} />
          <Text size="sm" c="dimmed">
            {t('account.others')}
          </Text>
          <Button type="submit" loading={change.isPending}>
            {t('account.change')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

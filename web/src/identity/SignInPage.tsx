import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, body } from '@/api/client';
import { isProblem } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { PublicFrame } from './PublicFrame';
import { sessionQuery, signedIn } from './session';
import { setupQuery } from './setup';

export function SignInPage() {
  const { t } = useTranslation('identity');
  const { next } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const setup = useQuery(setupQuery);
  const session = useQuery(sessionQuery);
  const form = useForm({ initialValues: { email: '', password: '' } });
  const signIn = useSend({
    send: (fields: { email: string; password: string }) =>
      body(api.POST('/session', { body: fields })),
    handles: [401, 422, 429],
    done: (fresh) => {
      signedIn(fresh);
      router.history.push(next ?? '/');
    },
  });

  if (setup.data?.needed) return <Navigate to="/setup" />;
  if (session.data && !signIn.isSuccess) return <Navigate to="/" />;

  return (
    <PublicFrame title={t('signIn.title')} lead={t('signIn.lead')}>
      <form onSubmit={form.onSubmit((fields) => signIn.mutate(fields))} noValidate>
        <Stack gap="md">
          <Refusal error={signIn.error} />
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            autoFocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            required
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="lg" loading={signIn.isPending}>
            {t('signIn.action')}
          </Button>
        </Stack>
      </form>
    </PublicFrame>
  );
}

function Refusal({ error }: { error: Error | null }) {
  const { t } = useTranslation('identity');
  if (!isProblem(error) || ![401, 422, 429].includes(error.status)) return null;
  return (
    <Alert role="alert" variant="outline" color="red.8" icon={<IconAlertTriangle aria-hidden />}>
      {t(error.status === 429 ? 'signIn.tooMany' : 'signIn.wrong')}
    </Alert>
  );
}

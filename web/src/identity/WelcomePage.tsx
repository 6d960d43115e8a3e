import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '@/api/client';
import { fieldErrors, isProblem } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { Loading } from '@/app/ui/Loading';
import { ButtonLink } from '@/app/ui/links';
import { Trouble } from '@/app/ui/QueryView';
import { longEnough, NewPassword } from './NewPassword';
import { PublicFrame } from './PublicFrame';
import { signedIn } from './session';

/** From the link in an invitation: choose a password, and be inside. */
export function WelcomePage() {
  const { t } = useTranslation('identity');
  const { token } = useParams({ from: '/welcome/$token' });
  const [accepted, setAccepted] = useState(false);
  const path = { params: { path: { token } } };
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => body(api.GET('/invitations/{token}', path)),
    staleTime: Number.POSITIVE_INFINITY,
    // It is used up then: asking again would say that it is no longer valid.
    enabled: !accepted,
  });
  const { data } = invitation;

  if (isProblem(invitation.error, 404)) {
    return (
      <PublicFrame title={t('welcome.goneTitle')} lead={t('welcome.gone')}>
        <ButtonLink to="/sign-in">{t('signIn.action')}</ButtonLink>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame
      title={data ? t('welcome.title', { name: data.name }) : t('welcome.plainTitle')}
      lead={data && t('welcome.lead', { district: data.district_name })}
    >
      {invitation.isError ? (
        <Trouble error={invitation.error} again={() => void invitation.refetch()} />
      ) : data ? (
        <ChoosePassword token={token} email={data.email} onAccepted={() => setAccepted(true)} />
      ) : (
        <Loading rows={3} />
      )}
    </PublicFrame>
  );
}

interface ChoosePasswordProps {
  token: string;
  email: string;
  onAccepted: () => void;
}

function ChoosePassword({ token, email, onAccepted }: ChoosePasswordProps) {
  const { t } = useTranslation('identity');
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (text) => (longEnough(text) ? null : t('newPassword.short')) },
  });
  const accept = useSend({
    send: (fields: { password: string }) =>
      body(api.POST('/invitations/{token}', { params: { path: { token } }, body: fields })),
    handles: [422],
    done: async (session) => {
      onAccepted();
      signedIn(session);
      await navigate({ to: '/' });
    },
  });
  const submit = form.onSubmit((fields) =>
    accept.mutate(fields, { onError: (error) => form.setErrors(fieldErrors(error)) }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput label={t('email')} value={email} readOnly autoComplete="username" />
        <NewPassword autoFocus {...form.getInputProps('password')} />
        <Button type="submit" size="lg" loading={accept.isPending}>
          {t('welcome.action')}
        </Button>
      </Stack>
    </form>
  );
}

import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '@/api/client';
import { keyOf } from '@/api/keys';
import { fieldErrors } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { schoolYearOf, today } from '@/app/ui/format';
import { useDistrict } from '@/identity/session';
import type { Round } from '../queries';
import { yearsToOpen } from './years';

/** Opens a school year's round: a template for each school and one for the district. */
export function OpenRound({ rounds }: { rounds: Round[] }) {
  const { t } = useTranslation(['balance', 'app']);
  const [opened, setOpened] = useState(false);
  const years = yearsToOpen(
    schoolYearOf(today()),
    rounds.map(({ year }) => year),
  );
  if (years.length === 0) return null;
  return (
    <>
      <Button leftSection={<IconPlus aria-hidden size={20} />} onClick={() => setOpened(true)}>
        {t('open.action')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('open.title')}
        closeButtonProps={{ 'aria-label': t('app:close') }}
      >
        <OpenForm years={years} close={() => setOpened(false)} />
      </Modal>
    </>
  );
}

function OpenForm({ years, close }: { years: string[]; close: () => void }) {
  const { t } = useTranslation(['balance', 'app']);
  const { id: district } = useDistrict();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { year: years[0] ?? '', due_on: '' } });
  const open = useSend({
    send: ({ year, due_on }: { year: string; due_on: string }, { create }) =>
      body(
        api.POST('/districts/{district}/rounds', {
          params: { path: { district }, header: create },
          body: { year, due_on: due_on || null },
        }),
      ),
    stale: [keyOf(district, 'rounds'), keyOf(district, 'home')],
    said: t('open.done'),
    handles: [422],
    done: (round) => {
      close();
      void navigate({ to: '/d/$district/rounds/$round', params: { district, round: round.id } });
    },
  });
  const submit = form.onSubmit((fields) =>
    open.mutate(fields, { onError: (error) => form.setErrors(fieldErrors(error)) }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>{t('open.text')}</Text>
        <Select
          label={t('open.year')}
          data={years}
          allowDeselect={false}
          data-autofocus
          {...form.getInputProps('year')}
        />
        <TextInput
          type="date"
          label={t('due.label')}
          description={t('due.help')}
          min={today()}
          {...form.getInputProps('due_on')}
        />
        <Group>
          <Button type="submit" loading={open.isPending}>
            {t('open.confirm')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('app:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

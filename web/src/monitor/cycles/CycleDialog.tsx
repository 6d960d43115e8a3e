import { Button, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, ifMatch } from '@/api/client';
import { fieldErrors } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { confirm } from '@/app/ui/confirm';
import { FormDialog } from '@/app/ui/FormDialog';
import { schoolYearOf } from '@/app/ui/format';
import { useDistrict } from '@/identity/session';
import { type Cycle, type CycleFields, type CycleView, staleWithMonitoring } from '../queries';

export function CycleButton() {
  const { t } = useTranslation('monitor');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button leftSection={<IconPlus aria-hidden size={20} />} onClick={() => setOpened(true)}>
        {t('cycles.add')}
      </Button>
      {opened && <CycleDialog close={() => setOpened(false)} />}
    </>
  );
}

export function EditCycle({ cycle }: { cycle: CycleView }) {
  const { t } = useTranslation(['monitor', 'app']);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPencil aria-hidden size={16} />}
        aria-label={t('cycles.editOf', { name: cycle.name })}
        onClick={() => setOpened(true)}
      >
        {t('app:edit')}
      </Button>
      {opened && <CycleDialog cycle={cycle} close={() => setOpened(false)} />}
    </>
  );
}

function CycleDialog({ cycle, close }: { cycle?: CycleView; close: () => void }) {
  const { t } = useTranslation(['monitor', 'app']);
  const { id: district } = useDistrict();
  const navigate = useNavigate();
  const form = useForm<CycleFields>({
    initialValues: {
      name: cycle?.name ?? '',
      opens_on: cycle?.opens_on ?? '',
      due_on: cycle?.due_on ?? '',
    },
    validate: {
      name: (name) => (name.trim() ? null : t('required')),
      opens_on: (day) => (day ? null : t('required')),
      due_on: (day, { opens_on }) =>
        !day ? t('required') : day < opens_on ? t('cycles.dueBefore') : null,
    },
  });
  const save = useSend<CycleFields, Cycle>({
    send: (fields, { create }) =>
      cycle
        ? body(
            api.PUT('/districts/{district}/monitoring/cycles/{cycle}', {
              params: { path: { district, cycle: cycle.id }, header: ifMatch(cycle.version) },
              body: fields,
            }),
          )
        : body(
            api.POST('/districts/{district}/monitoring/cycles', {
              params: { path: { district }, header: create },
              body: fields,
            }),
          ),
    stale: staleWithMonitoring(district),
    said: t(cycle ? 'cycles.saved' : 'cycles.added'),
    handles: [422],
    done: ({ year }) => {
      close();
      void navigate({ to: '/d/$district/monitoring', params: { district }, search: { year } });
    },
  });
  const remove = useSend({
    send: (gone: CycleView) =>
      api.DELETE('/districts/{district}/monitoring/cycles/{cycle}', {
        params: { path: { district, cycle: gone.id }, header: ifMatch(gone.version) },
      }),
    stale: staleWithMonitoring(district),
    said: t('cycles.removed'),
    done: close,
  });
  const askRemove = async (gone: CycleView) => {
    const sure = await confirm({
      title: t('cycles.removeTitle'),
      text: t('cycles.removeText', { name: gone.name }),
      action: t('app:remove'),
      danger: true,
    });
    if (sure) remove.mutate(gone);
  };
  const due = form.getValues().due_on;
  return (
    <FormDialog
      opened
      title={t(cycle ? 'cycles.edit' : 'cycles.add')}
      onClose={close}
      dirty={form.isDirty()}
      saving={save.isPending}
      onSubmit={() => {
        if (form.validate().hasErrors) return;
        save.mutate(form.getValues(), {
          onError: (error) => form.setErrors(fieldErrors(error)),
        });
      }}
      aside={
        cycle && (
          <Button
            variant="subtle"
            leftSection={<IconTrash aria-hidden size={18} />}
            onClick={() => void askRemove(cycle)}
          >
            {t('app:remove')}
          </Button>
        )
      }
    >
      <Text>{t('cycles.text')}</Text>
      <TextInput
        label={t('cycles.name')}
        description={t('cycles.nameHelp')}
        maxLength={200}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput type="date" label={t('cycles.opens_on')} {...form.getInputProps('opens_on')} />
        <TextInput type="date" label={t('cycles.due_on')} {...form.getInputProps('due_on')} />
      </SimpleGrid>
      {due && <Text c="dimmed">{t('cycles.inYear', { year: schoolYearOf(due) })}</Text>}
    </FormDialog>
  );
}

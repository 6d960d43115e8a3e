import { Button, Group, Modal, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '@/api/client';
import { fieldErrors } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import { useDistrict } from '@/identity/session';
import type { ActionItem } from './filters';
import { ItemFields } from './ItemFields';
import { type ActionItemFields, staleActions } from './queries';
import { placesFor } from './rights';

interface AddItemProps {
  /** The school that the board shows now, '' for none. */
  school: string | null;
  added: (item: ActionItem) => void;
}

export function AddItem({ school, added }: AddItemProps) {
  const { t } = useTranslation(['action', 'app']);
  const { grants } = useDistrict();
  const [opened, setOpened] = useState(false);
  const places = placesFor(grants);
  if (!places.district && places.schools.length === 0) return null;
  return (
    <>
      <Button leftSection={<IconPlus aria-hidden size={20} />} onClick={() => setOpened(true)}>
        {t('add')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('addTitle')}
        closeButtonProps={{ 'aria-label': t('app:close') }}
      >
        <AddForm
          school={school}
          close={() => setOpened(false)}
          added={(item) => {
            setOpened(false);
            added(item);
          }}
        />
      </Modal>
    </>
  );
}

const blank: ActionItemFields = {
  title: '',
  detail: '',
  owner_id: null,
  owner_name: '',
  due_on: null,
  status: 'open',
};

function AddForm({ school, close, added }: AddItemProps & { close: () => void }) {
  const { t } = useTranslation(['action', 'app']);
  const { id: district, grants } = useDistrict();
  const places = placesFor(grants);
  const first = places.schools === 'all' ? null : (places.schools[0] ?? null);
  const [place, setPlace] = useState(school ?? first);
  const form = useForm({
    initialValues: blank,
    validate: { title: (title) => (title.trim() ? null : t('required')) },
  });
  const create = useSend({
    send: (vars: { fields: ActionItemFields; place: string | null }, headers) => {
      const header = headers.create;
      return vars.place
        ? body(
            api.POST('/districts/{district}/schools/{school}/actions', {
              params: { path: { district, school: vars.place }, header },
              body: vars.fields,
            }),
          )
        : body(
            api.POST('/districts/{district}/actions', {
              params: { path: { district }, header },
              body: vars.fields,
            }),
          );
    },
    stale: staleActions(district),
    said: t('added'),
    handles: [422],
    done: added,
  });
  const submit = form.onSubmit((fields) =>
    create.mutate({ fields, place }, { onError: (error) => form.setErrors(fieldErrors(error)) }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <ItemFields form={form} />
        <SchoolPicker
          label={t('fields.school')}
          value={place}
          onChange={setPlace}
          allowDeselect={false}
          {...(places.district ? { none: t('app:district') } : {})}
          {...(places.schools === 'all' ? {} : { only: places.schools })}
        />
        <Group>
          <Button type="submit" loading={create.isPending}>
            {t('addConfirm')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('app:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

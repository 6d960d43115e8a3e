import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch } from '@/api/client';
import { useRecordForm } from '@/api/useRecordForm';
import { useSend } from '@/api/useSend';
import { confirm } from '@/app/ui/confirm';
import { useFormat } from '@/app/ui/format';
import { RecordConflicts } from '@/app/ui/RecordConflicts';
import { toast } from '@/app/ui/toast';
import { useDistrict } from '@/identity/session';
import type { ActionItem } from './filters';
import { ItemFields } from './ItemFields';
import { type ActionItemFields, fieldsOf, putAction, staleActions, useRefresh } from './queries';

interface EditItemProps {
  item: ActionItem | null;
  close: () => void;
  removed: () => void;
}

/** One item in a dialog: change it or remove it. */
export function EditItem({ item, close, removed }: EditItemProps) {
  const { t } = useTranslation(['action', 'app']);
  return (
    <Modal
      opened={item !== null}
      onClose={close}
      title={t('editTitle')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      {item && <EditForm key={item.id} item={item} close={close} removed={removed} />}
    </Modal>
  );
}

function EditForm({ item, close, removed }: EditItemProps & { item: ActionItem }) {
  const { t } = useTranslation(['action', 'app']);
  const { id: district } = useDistrict();
  const refresh = useRefresh(district);
  const show = useShow();
  const editor = useRecordForm<ActionItem, ActionItemFields>({
    record: item,
    fields: fieldsOf,
    save: (fields, version) => putAction(district, item.id, fields, version),
    validate: { title: (title) => (title.trim() ? null : t('required')) },
    saved: () => {
      refresh();
      toast.good(t('saved'));
      close();
    },
  });
  const remove = useSend({
    send: () =>
      api.DELETE('/districts/{district}/actions/{action}', {
        params: { path: { district, action: item.id }, header: ifMatch(item.version) },
      }),
    stale: staleActions(district),
    said: t('removed'),
    done: removed,
  });
  const askRemove = async () => {
    const sure = await confirm({
      title: t('removeTitle'),
      text: t('removeText', { title: item.title }),
      action: t('app:remove'),
      danger: true,
    });
    if (sure) remove.mutate(undefined);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void editor.submit();
      }}
    >
      <Stack gap="md">
        <ItemFields form={editor.form} />
        <RecordConflicts editor={editor} label={(field) => t(`fields.${field}`)} show={show} />
        <Group justify="space-between">
          <Group>
            <Button type="submit" loading={editor.saving}>
              {t('app:save.action')}
            </Button>
            <Button variant="default" onClick={close}>
              {t('app:cancel')}
            </Button>
          </Group>
          <Button
            variant="subtle"
            color="red.8"
            leftSection={<IconTrash aria-hidden size={18} />}
            loading={remove.isPending}
            onClick={() => void askRemove()}
          >
            {t('app:remove')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** How a field's value reads in a conflict. */
function useShow() {
  const { t } = useTranslation(['action', 'app']);
  const format = useFormat();
  return (field: keyof ActionItemFields, value: ActionItemFields[keyof ActionItemFields]) => {
    if (field === 'due_on') return value ? format.date(value, 'long') : t('noDue');
    if (field === 'status') return t(`app:status.${value as ActionItem['status']}`);
    return value ?? '';
  };
}
